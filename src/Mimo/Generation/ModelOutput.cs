using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Mimo.Generation;

/// <summary>How a structured answer is read. Generated code holds one for each answer type. Immutable and safe to share between threads.</summary>
/// <typeparam name="T">The answer's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelOutput<T>
{
    private readonly ModelJsonRead<T> _read;
    private readonly bool _isWrapped;
    private readonly string _expected;

    /// <summary>Creates the output.</summary>
    /// <param name="read">Reads the answer.</param>
    /// <param name="isWrapped">Whether the answer stands in an object's member <c>value</c>, since MiMo's JSON mode gives objects only.</param>
    /// <param name="expected">What the answer should be, such as <c>an array</c>; used in messages for the model.</param>
    public ModelOutput(ModelJsonRead<T> read, bool isWrapped, string expected)
    {
        _read = read;
        _isWrapped = isWrapped;
        _expected = expected;
    }

    /// <summary>Reads the answer out of what the model wrote.</summary>
    /// <param name="text">The reply's text; the JSON may stand in a Markdown fence or between prose.</param>
    /// <param name="value">The answer.</param>
    /// <param name="problems">Every problem in words for the model, a line each.</param>
    /// <returns>Whether the answer was read without a problem.</returns>
    public bool TryRead(string text, [MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out string? problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        byte[] utf8Text = Encoding.UTF8.GetBytes(text);
        bool isFound = _isWrapped ? JsonExtractor.TryFindWrapped(utf8Text, out Range range) : JsonExtractor.TryFind(utf8Text, out range);
        if (!isFound)
        {
            value = default;
            problems = "- $: the answer holds no complete JSON value.";
            return false;
        }

        var reader = new ModelJsonReader(utf8Text.AsSpan()[range]);
        reader.Start();
        value = _isWrapped ? ReadWrapped(ref reader) : _read(ref reader);
        reader.End();
        problems = reader.HasProblems ? reader.DescribeProblems() : null;
        return problems is null;
    }

    private T ReadWrapped(ref ModelJsonReader reader)
    {
        // A model that leaves the wrapper out has still given the answer.
        if (!reader.StartObject(out JsonScope scope))
        {
            return _read(ref reader);
        }

        T value = default!;
        bool hasValue = false;
        while (reader.NextMember(ref scope))
        {
            if (reader.MemberIs(ref scope, "value"u8))
            {
                value = _read(ref reader);
                hasValue = true;
            }
            else
            {
                reader.SkipMember();
            }
        }

        if (!hasValue)
        {
            reader.RejectMissing("value", _expected);
        }

        return value;
    }
}
