using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;
using Mimo.Testing;

namespace Mimo.Docs.Tests.Snippets;

/// <summary>Runs snippets in this process against a local MiMo, whose address and key are in the environment as a reader's would be.</summary>
internal static class SnippetRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <returns>What the program printed.</returns>
    public static async Task<string> PrintAsync(Compilation program)
    {
        using var image = new MemoryStream();
        EmitResult result = program.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        image.Position = 0;
        Assembly assembly = new AssemblyLoadContext("Snippet").LoadFromStream(image);

        await using MimoServer server = await MimoServer.StartAsync();
        server.Enqueue((MimoTurn[])assembly.GetType("PageScript")!.GetMethod("Turns")!.Invoke(null, null)!);
        TextWriter console = Console.Out;
        await using var printed = new StringWriter { NewLine = "\n" };
        try
        {
            Environment.SetEnvironmentVariable("MIMO_API_KEY", server.ApiKey);
            Environment.SetEnvironmentVariable("MIMO_BASE_URL", server.Endpoint.ToString());
            Console.SetOut(printed);
            MethodInfo main = assembly.EntryPoint!;
            await Task.Run(() => main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, main.GetParameters().Length == 0 ? [] : [Array.Empty<string>()], null)).WaitAsync(Patience);
        }
        finally
        {
            Console.SetOut(console);
            Environment.SetEnvironmentVariable("MIMO_API_KEY", null);
            Environment.SetEnvironmentVariable("MIMO_BASE_URL", null);
        }

        return printed.ToString();
    }
}
