namespace Mimo.Tests.Wire.Recordings;

/// <summary>All that an answer says, in a form that is compared as a whole.</summary>
internal sealed record Told
{
    public string Id { get; init; } = "I";

    public string Model { get; init; } = "M";

    /// <summary>Null where none came, which is not the same as empty.</summary>
    public string? Reasoning { get; init; }

    public string Text { get; init; } = string.Empty;

    /// <summary>The kinds of the parts in their order: <c>r</c> for reasoning, <c>t</c> for text.</summary>
    public string Parts { get; init; } = "t";

    /// <summary>The calls as <c>id:name(arguments)</c>, one a line.</summary>
    public string Calls { get; init; } = string.Empty;

    public string FinishReason { get; init; } = "stop";

    public string? Usage { get; init; }

    /// <summary>The addresses of the sources, one a line.</summary>
    public string Sources { get; init; } = string.Empty;

    public string? ErrorMessage { get; init; }

    public static Told By(MimoResponse response) => new()
    {
        Id = response.Id,
        Model = response.Model,
        Reasoning = response.Reasoning,
        Text = response.Text,
        Parts = string.Concat(response.Message.Content.Select(static part => part is MimoReasoningContent ? 'r' : 't')),
        Calls = string.Join('\n', response.ToolCalls.Select(static call => $"{call.Id}:{call}")),
        FinishReason = response.FinishReason.Value,
        Usage = response.Usage?.ToString(),
        Sources = string.Join('\n', response.Citations.Select(static citation => citation.Uri)),
        ErrorMessage = response.ErrorMessage,
    };
}
