using System.Text.Json.Nodes;
using Mimo.Testing;

namespace Mimo.Tests.Prompts;

/// <summary>Templates that are files of the project.</summary>
public sealed partial class PromptFileTests
{
    [Theory]
    [InlineData(MimoFormat.OpenAI)]
    [InlineData(MimoFormat.Anthropic)]
    public async Task What_is_in_the_files_is_sent(MimoFormat format)
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(format, MimoTurn.Text("Fine."));

        Assert.Equal("Fine.", await IReviewer.Create(mimo.Client).ReviewAsync("int x;", "German"));

        string body = Assert.Single(mimo.Server.Requests).BodyText;
        JsonNode sent = JsonNode.Parse(body)!;
        Assert.Equal("mimo-v2-flash", (string?)sent["model"]);
        Assert.Equal(0.25, (double?)sent["temperature"]);
        Assert.Contains("""# You review code\n\n1. Be brief.\n   Be kind.\n2. Answer in German.""", body, StringComparison.Ordinal);
        Assert.Contains("""Review this {file}:\n\n```\nint x;\n```""", body, StringComparison.Ordinal);
    }

    [MimoPrompt(Temperature = 0.25)]
    [SystemPromptFile("Templates/reviewer.md")]
    public partial interface IReviewer
    {
        [UserPromptFile("Templates/review.md")]
        Task<string> ReviewAsync(string code, string language);
    }
}
