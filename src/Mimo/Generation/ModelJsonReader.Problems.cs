using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mimo.Wire;

namespace Mimo.Generation;

public ref partial struct ModelJsonReader
{
    /// <summary>The path of the value that reading began with.</summary>
    internal const char Root = '$';

    private const int LongestExcerpt = 60;

    /// <summary>Names of members and entries are the model's too, and may be megabytes.</summary>
    private const int LongestName = 200;

    /// <summary>More problems than these are not told one by one: they are of a kind, and the model reads every word.</summary>
    private const int MostProblems = 100;

    /// <summary>Whether anything was wrong within an object or array. If not, all that it holds is there, and it can be made.</summary>
    public readonly bool HasProblemsIn(in JsonScope scope) =>
        _problems is not null && (_isBroken || _problems.Count > scope.StartMark || _problems.Count > MostProblems);

    /// <summary>
    /// Whether anything was wrong within an array or object that has just been read, so that nothing can be made of it: the code of its
    /// items or of its own must not meet values that are not there. It counts as refused then, and isn't told of once more for being empty.
    /// </summary>
    public bool GivesUp(in JsonScope scope)
    {
        if (!HasProblemsIn(scope))
        {
            return false;
        }

        _lastProblemToken = _json.TokenStartIndex;
        return true;
    }

    /// <summary>Records that the current value is not what was wanted, unless it has been refused already.</summary>
    /// <param name="expected">What was wanted, as a noun phrase: <c>an integer from 1 to 10</c>.</param>
    public void Reject(string expected)
    {
        if (_isBroken || _lastProblemToken == _json.TokenStartIndex)
        {
            return;
        }

        _lastProblemToken = _json.TokenStartIndex;
        Add(new JsonProblem("", $"expected {expected}, but got {DescribeCurrent()}"));
    }

    /// <summary>Records that the collection just read has too few or too many items.</summary>
    /// <param name="rule">The rule: <c>at most 3 items</c>.</param>
    /// <param name="count">How many there are.</param>
    public void RejectCount(string rule, int count)
    {
        if (!_isBroken && _lastProblemToken != _json.TokenStartIndex)
        {
            _lastProblemToken = _json.TokenStartIndex;
            Add(new JsonProblem("", string.Create(CultureInfo.InvariantCulture, $"expected {rule}, but got {count}")));
        }
    }

    /// <summary>
    /// Records that the code of a type (its constructor, a setter, the <c>Add</c> of a collection) threw at the values just read.
    /// They are the model's, so it is told of them as of any other problem; but what was thrown may hold what it must not see,
    /// and so only a <see cref="MimoToolException"/>, which is made for its eyes, speaks for itself.
    /// </summary>
    /// <param name="type">The type's name.</param>
    /// <param name="exception">What was thrown.</param>
    public void RejectConstruction(string type, Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        if (!_isBroken)
        {
            _lastProblemToken = _json.TokenStartIndex;
            string message = exception is MimoToolException ? exception.Message : $"expected a valid {type}, but it can't be made of these values";
            Add(new JsonProblem("", message) { Exception = exception });
        }
    }

    /// <summary>Records that the current value is not what was wanted, and skips it whole.</summary>
    internal void Refuse(string expected)
    {
        Reject(expected);
        SkipValue();
        _lastProblemToken = _json.TokenStartIndex;
    }

    /// <summary>Records that a required member of the current object is missing.</summary>
    /// <param name="member">The member's name on the wire.</param>
    /// <param name="expected">What its value should be.</param>
    public void RejectMissing(string member, string expected)
    {
        if (!_isBroken)
        {
            Add(new JsonProblem(MemberPath(member), $"missing; expected {expected}"));
        }
    }

    /// <summary>All problems with their whole paths, a line each; empty if there are none.</summary>
    internal readonly string DescribeProblems()
    {
        var text = new StringBuilder();
        foreach (JsonProblem problem in Problems.Take(MostProblems))
        {
            text.Append(text.Length == 0 ? "- " : "\n- ").Append(Root).Append(problem.Path).Append(": ").Append(problem.Message);
        }

        return ProblemCount > MostProblems ? text.Append("\n- There are more problems than these.").ToString() : text.ToString();
    }

    /// <summary>The first exception behind a problem, for logs; null if there is none.</summary>
    internal readonly Exception? FindException()
    {
        foreach (JsonProblem problem in Problems)
        {
            if (problem.Exception is not null)
            {
                return problem.Exception;
            }
        }

        return null;
    }

    private void Add(JsonProblem problem)
    {
        // One more than are told, to know that there are more.
        if (ProblemCount <= MostProblems)
        {
            (_problems ??= []).Add(problem);
        }
    }

    private void Break(JsonException exception) => Break(string.Create(
        CultureInfo.InvariantCulture,
        $"This is not valid JSON: it stops making sense in line {(exception.LineNumber ?? 0) + 1} at byte {(exception.BytePositionInLine ?? 0) + 1}."));

    private void Break(string message)
    {
        _isBroken = true;
        _problems = [new JsonProblem("", message)];
    }

    /// <summary>Puts the path of the current member in front of the problems found in it.</summary>
    internal readonly void LocateInMember(ref JsonScope scope)
    {
        if (!_isBroken && scope.ProblemMark < ProblemCount && (scope.Entry is not null || scope.IsInMember))
        {
            Locate(scope.ProblemMark, MemberPath(scope.Entry ?? Encoding.UTF8.GetString(scope.Member)));
        }

        scope.ProblemMark = ProblemCount;
        scope.Entry = null;
        scope.Member = default;
    }

    private readonly void LocateInItem(ref JsonScope scope)
    {
        if (!_isBroken && scope.ProblemMark < ProblemCount && scope.ItemCount > 0)
        {
            Locate(scope.ProblemMark, string.Create(CultureInfo.InvariantCulture, $"[{scope.Index}]"));
        }

        scope.ProblemMark = ProblemCount;
    }

    private readonly void Locate(int from, string segment)
    {
        for (int index = from; index < _problems!.Count; index++)
        {
            _problems[index] = _problems[index] with { Path = segment + _problems[index].Path };
        }
    }

    private static string MemberPath(string member)
    {
        member = ShortText.Of(member, LongestName);
        bool isPlain = member.Length > 0;
        foreach (char character in member)
        {
            isPlain &= char.IsAsciiLetterOrDigit(character) || character == '_';
        }

        return isPlain ? "." + member : $"[\"{JsonEncodedText.Encode(member, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"]";
    }

    private readonly string DescribeCurrent() => _json.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.EndArray => "this array",
        JsonTokenType.EndObject => "this object",
        JsonTokenType.String => "the string \"" + Excerpt() + "\"",
        JsonTokenType.Number => "the number " + Excerpt(),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Null => "null",
        _ => "nothing",
    };

    /// <summary>The value as it stands in the text, cut to a length that keeps messages readable.</summary>
    private readonly string Excerpt()
    {
        string text = Encoding.UTF8.GetString(_json.ValueSpan[..Math.Min(_json.ValueSpan.Length, LongestExcerpt * 4)]);
        return ShortText.Of(text, LongestExcerpt);
    }

    /// <summary>Whether the current value is a string that the typed readers of Utf8JsonReader may be asked about: they throw on half a surrogate pair.</summary>
    private readonly bool IsSoundString() => _json.TokenType == JsonTokenType.String && (!_json.ValueIsEscaped || TryGetText(out _));

    /// <summary>The current string's text; false for a string that is not valid Unicode, such as one with half a surrogate pair.</summary>
    private readonly bool TryGetText([NotNullWhen(true)] out string? text)
    {
        try
        {
            text = _json.GetString();
            return text is not null;
        }
        catch (InvalidOperationException)
        {
            text = null;
            return false;
        }
    }
}
