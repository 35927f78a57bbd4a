namespace Mimo;

/// <summary>Recognises the refusal of a turn with empty content, seen on some MiMo hosts.</summary>
internal static class EmptyContentRefusal
{
    public static bool Applies(MimoApiException exception, MimoRequest request, MimoFormat format) =>
        format == MimoFormat.OpenAI && IsRefusal(exception) && HasEmptyTurn(request.Messages);

    /// <summary>In what was read of the body too: in the body itself a proxy may have escaped the quotes.</summary>
    private static bool IsRefusal(MimoApiException exception) => IsRefusal(exception.RawBody) || IsRefusal(exception.Parameter) || IsRefusal(exception.Message);

    private static bool IsRefusal(string? text) => text is not null
        && (text.Contains("`text` is not set", StringComparison.Ordinal) || text.Contains("`text` is not present", StringComparison.Ordinal));

    private static bool HasEmptyTurn(IReadOnlyList<MimoMessage> messages)
    {
        for (int i = 0; i < messages.Count; i++)
        {
            if (messages[i] is { Role: MimoRole.Assistant, Text.Length: 0 })
            {
                return true;
            }
        }

        return false;
    }
}
