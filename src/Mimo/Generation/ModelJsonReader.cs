using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Mimo.Wire;

namespace Mimo.Generation;

/// <summary>
/// Reads JSON that a model wrote: tolerant where a model errs harmlessly, exact where it matters, and never throwing. Every
/// problem is recorded with its JSON path, so that one answer can tell the model all of them. Generated code drives it.
/// </summary>
/// <remarks>
/// Read methods start on a value's first token and end on its last. After a syntax error the reader is broken: it hands out
/// default values and ends every loop, and its only problem is the syntax error.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct ModelJsonReader
{
    /// <summary>Deeper nesting than this is refused, so that no input can exhaust the stack.</summary>
    public const int MaxDepth = 64;

    /// <summary>How many levels of JSON text inside JSON strings are unpacked. Models produce one, rarely two.</summary>
    private const int MaxTextDepth = 4;

    private const long NoToken = -1;

    private Utf8JsonReader _json;
    private List<JsonProblem>? _problems;
    private List<string>? _slowPatterns;
    private long _lastProblemToken;
    private int _textDepth;
    private bool _isBroken;

    /// <summary>Creates a reader that stands before the first token.</summary>
    /// <param name="utf8Json">The text; a byte order mark in front is skipped.</param>
    // Not inlined: the reader is large, and inside the caller each step of making it would leave a copy on the stack.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ModelJsonReader(ReadOnlySpan<byte> utf8Json)
    {
        utf8Json = ByteOrderMark.Cut(utf8Json);
        Construct(ref _json, utf8Json, Options(utf8Json));
        _lastProblemToken = NoToken;
    }

    /// <summary>How many problems have been recorded.</summary>
    public readonly int ProblemCount => _problems is null ? 0 : _problems.Count;

    /// <summary>Whether anything was wrong so far.</summary>
    public readonly bool HasProblems => _problems is not null;

    /// <summary>The problems recorded so far.</summary>
    public readonly IReadOnlyList<JsonProblem> Problems => _problems is null ? [] : _problems;

    /// <summary>Whether the current value is <c>null</c>.</summary>
    public readonly bool IsNull => _json.TokenType == JsonTokenType.Null;

    /// <summary>Moves to the first token of the text.</summary>
    /// <returns>False if there is none, or if it isn't JSON.</returns>
    public bool Start() => Advance();

    /// <summary>Reads to the end of the text and records a problem if anything but white space is left.</summary>
    public void End()
    {
        if (!_isBroken && !IsAtEnd())
        {
            Break("There is text after the end of the JSON value; only one value is expected.");
        }
    }

    /// <summary>Enters the object that the reader stands on.</summary>
    /// <returns>False, having done nothing, if the reader does not stand on an object.</returns>
    public readonly bool StartObject(out JsonScope scope)
    {
        scope = new JsonScope { ProblemMark = ProblemCount, StartMark = ProblemCount };
        return _json.TokenType == JsonTokenType.StartObject;
    }

    /// <summary>Moves to the object's next member. Its name must then be asked for with <see cref="MemberIs"/>, or the member skipped.</summary>
    /// <returns>False at the object's end.</returns>
    public bool NextMember(ref JsonScope scope)
    {
        if (_problems is not null)
        {
            LocateInMember(ref scope);
        }

        return Advance() && _json.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>If the current member has this name, moves on to its value.</summary>
    public bool MemberIs(ref JsonScope scope, ReadOnlySpan<byte> name)
    {
        // A name at which the text broke off is still the current token when the next one is asked for.
        if (_isBroken || !WireReader.ValueIs(_json, name))
        {
            return false;
        }

        scope.Member = name;
        return Advance();
    }

    /// <summary>Skips the current member, which the schema doesn't name.</summary>
    public void SkipMember()
    {
        if (Advance())
        {
            SkipValue();
        }
    }

    /// <summary>Enters the array that the reader stands on.</summary>
    /// <returns>False, having done nothing, if the reader does not stand on an array.</returns>
    public readonly bool StartArray(out JsonScope scope)
    {
        scope = new JsonScope { ProblemMark = ProblemCount, StartMark = ProblemCount };
        return _json.TokenType == JsonTokenType.StartArray;
    }

    /// <summary>Moves to the array's next item.</summary>
    /// <returns>False at the array's end.</returns>
    public bool NextItem(ref JsonScope scope)
    {
        if (_problems is not null)
        {
            LocateInItem(ref scope);
        }

        scope.ItemCount++;
        return Advance() && _json.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>Skips the current value and all within it.</summary>
    public void SkipValue()
    {
        try
        {
            _json.Skip();
        }
        catch (JsonException exception)
        {
            Break(exception);
        }
    }

    /// <summary>
    /// Reads a value that should be an object or array but isn't one: if it is a string that holds one as JSON text (models do
    /// that), the text is read in its place; else a problem is recorded.
    /// </summary>
    /// <param name="read">Reads the value once it stands in the open.</param>
    /// <param name="expected">What was wanted, such as <c>an object</c>.</param>
    public T ReadFromText<T>(ModelJsonRead<T> read, string expected)
    {
        if (TryGetNestedJson(out byte[]? utf8Json))
        {
            int before = ProblemCount; // The list of problems is one for both readers.
            var nested = new ModelJsonReader(utf8Json) { _textDepth = _textDepth + 1, _problems = _problems, _slowPatterns = _slowPatterns };
            nested.Start();
            T value = read(ref nested);
            _slowPatterns = nested._slowPatterns;
            if (nested.ProblemCount != before)
            {
                _problems = nested._problems;
                _lastProblemToken = _json.TokenStartIndex;
            }

            return value;
        }

        Refuse(expected);
        return default!;
    }

    private readonly bool TryGetNestedJson([NotNullWhen(true)] out byte[]? utf8Json)
    {
        utf8Json = null;
        if (_json.TokenType != JsonTokenType.String || _textDepth == MaxTextDepth || !TryGetText(out string? text))
        {
            return false;
        }

        ReadOnlySpan<char> start = text.AsSpan().TrimStart();
        if (start.IsEmpty || start[0] is not ('{' or '[' or '"'))
        {
            return false;
        }

        utf8Json = Encoding.UTF8.GetBytes(text);
        return IsJsonContainer(utf8Json);
    }

    /// <summary>Judged beforehand, so that a text which only looks like JSON is reported as the string it is.</summary>
    private static bool IsJsonContainer(ReadOnlySpan<byte> utf8Json)
    {
        var json = new Utf8JsonReader(utf8Json, Options(utf8Json));
        try
        {
            if (!json.Read() || json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.String))
            {
                return false;
            }

            json.Skip();
            return !json.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // Watching for comments takes time at every token, and without a slash there is none.
    private static JsonReaderOptions Options(ReadOnlySpan<byte> utf8Json) => new()
    {
        AllowTrailingCommas = true,
        CommentHandling = utf8Json.IndexOf((byte)'/') >= 0 ? JsonCommentHandling.Skip : JsonCommentHandling.Disallow,
        MaxDepth = MaxDepth,
    };

    /// <summary>Whether nothing is left. Anything that is makes the reader throw, be it JSON or not: it knows that one value is all.</summary>
    private bool IsAtEnd()
    {
        try
        {
            return !_json.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private bool Advance()
    {
        if (_isBroken)
        {
            return false;
        }

        try
        {
            return _json.Read();
        }
        catch (JsonException exception)
        {
            Break(exception);
            return false;
        }
    }
}
