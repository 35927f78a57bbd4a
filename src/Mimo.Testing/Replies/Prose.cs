namespace Mimo.Testing.Replies;

/// <summary>Answers in words to messages that ask for no tool.</summary>
internal static class Prose
{
    private static readonly string[] AsksWho = ["introduce yourself", "who are you", "your name", "about yourself", "介绍", "你是谁"];

    public static string For(string message)
    {
        if (AsksWho.Any(words => message.Contains(words, StringComparison.OrdinalIgnoreCase)))
        {
            return "Hello! I am MiMo, an AI assistant. I can answer questions, write and explain texts and programs, and use the tools you offer me. What can I do for you?";
        }

        string asked = message.Trim();
        return asked.Length == 0
            ? "Hello! I am MiMo. What can I do for you?"
            : $"You said: {asked} I am the local stand-in for MiMo: I read a request as the service does, but I know nothing about the world.";
    }
}
