using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Mimo.Generation;

internal sealed class DraftValue<T>(ModelJsonRead<T> read) : DraftPart<T>
{
    internal override bool TryRead(ReadOnlySpan<byte> utf8Json, [MaybeNullWhen(false)] out T value)
    {
        var reader = new ModelJsonReader(utf8Json);
        reader.Start();
        value = read(ref reader);
        return !reader.HasProblems;
    }
}

internal sealed class DraftText : DraftPart<string>
{
    internal override bool IsText => true;

    internal override bool TryRead(ReadOnlySpan<byte> utf8Json, [MaybeNullWhen(false)] out string value)
    {
        var reader = new ModelJsonReader(utf8Json);
        reader.Start();
        value = reader.ReadString();
        return !reader.HasProblems;
    }
}

/// <summary>A value that is made of others; a model that wrote its JSON into a string has still given it.</summary>
internal abstract class DraftContainer<T>(JsonTokenType opening) : DraftPart<T>
    where T : class
{
    internal sealed override DraftNode? Open(JsonTokenType token) => token == opening ? Open() : null;

    internal sealed override bool TryRead(ReadOnlySpan<byte> utf8Json, [MaybeNullWhen(false)] out T value)
    {
        value = null;
        if (utf8Json is not [(byte)'"', ..] || !Text.TryRead(utf8Json, out string? text))
        {
            return false;
        }

        var json = new StreamedDraft(this, mayBeArray: opening == JsonTokenType.StartArray);
        json.Append(text);
        value = json.IsComplete ? (T?)json.Current : null;
        return value is not null;
    }

    protected abstract DraftNode Open();
}

internal sealed class DraftObject<TDraft>() : DraftContainer<TDraft>(JsonTokenType.StartObject)
    where TDraft : MimoDraft, IModelDraft<TDraft>
{
    protected override DraftNode Open() => new DraftObjectNode<TDraft>(TDraft.Shape);
}

internal sealed class DraftList<T>(DraftPart<T> item) : DraftContainer<IReadOnlyList<T>>(JsonTokenType.StartArray)
{
    protected override DraftNode Open() => new DraftListNode<T>(item);
}

internal sealed class DraftOrNull<T>(DraftPart<T> part) : DraftPart<T?>
    where T : class
{
    internal override bool IsText => part.IsText;

    internal override DraftNode? Open(JsonTokenType opening) => part.Open(opening);

    internal override bool TryRead(ReadOnlySpan<byte> utf8Json, out T? value)
    {
        if (!utf8Json.SequenceEqual("null"u8))
        {
            return part.TryRead(utf8Json, out value);
        }

        value = null;
        return true;
    }
}
