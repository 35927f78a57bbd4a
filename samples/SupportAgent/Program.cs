using Microsoft.Data.Sqlite;
using Mimo;
using Samples;
using Spectre.Console;
using SupportAgent;

// dotnet run [folder]: a chat that goes on where it ended the last time. An empty line or the end of the input ends it.
string folder = Directory.CreateDirectory(args.FirstOrDefault() ?? "support").FullName;
string transcriptPath = Path.Combine(folder, "transcript.json");

await using Connection connection = await Connection.OpenAsync();
await using SqliteConnection shop = await Shop.OpenAsync(Path.Combine(folder, "shop.db"));
ISupportAgent agent = ISupportAgent.Create(connection.Client, new OrderTools(shop));
MimoTranscript transcript = await LoadAsync();
AnsiConsole.MarkupLineInterpolated($"[grey]{transcript.Count} messages from earlier. Try: Find the orders of ada@example.com. Then: Refund order 1001.[/]");

while (Ask("you") is { Length: > 0 } message)
{
    try
    {
        string answer = await agent.AnswerAsync(message, transcript, new MimoCallOptions { Approve = Approve });
        AnsiConsole.MarkupLineInterpolated($"[bold blue]agent[/]: {answer}");
        await SaveAsync();
    }
    catch (MimoException exception)
    {
        // What the tools did, such as a refund, must not be forgotten because the answer to it failed.
        MimoMessage[] done = [.. exception.PartialRun?.NewMessages.Where(static turn => turn.Role == MimoRole.Tool || turn.ToolCalls.Count > 0) ?? []];
        if (done.Length > 0)
        {
            transcript.AppendRange([MimoMessage.User(message), .. done]);
            await SaveAsync();
        }

        AnsiConsole.MarkupLineInterpolated($"[red]{exception.Message}[/]");
    }
}

// A person decides on each call of a tool with RequireApproval; the model is told of a refusal, and goes on.
ValueTask<MimoApproval> Approve(MimoApprovalRequest request, CancellationToken cancellationToken) => new(
    Ask($"allow {request.Tool.Name}({request.Call.Arguments})? y/n") == "y" ? MimoApproval.Allow : MimoApproval.Deny("The supervisor did not approve."));

string? Ask(string prompt)
{
    AnsiConsole.MarkupInterpolated($"[bold green]{prompt}[/]: ");
    return Console.ReadLine();
}

async Task<MimoTranscript> LoadAsync()
{
    if (!File.Exists(transcriptPath))
    {
        return new MimoTranscript();
    }

    await using FileStream file = File.OpenRead(transcriptPath);
    return await MimoTranscript.LoadAsync(file);
}

// Written beside the old one and then moved over it: a crash leaves either the one or the other.
async Task SaveAsync()
{
    await using (FileStream file = File.Create(transcriptPath + ".new"))
    {
        await transcript.SaveAsync(file);
    }

    File.Move(transcriptPath + ".new", transcriptPath, overwrite: true);
}
