using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>Whether a value known at build time keeps a constraint, by the same rules as at run time.</summary>
internal static class ConstraintCheck
{
    private static readonly string[] UrlBeginnings = ["http://", "https://", "ftp://"];

    private static readonly TimeSpan PatternTimeout = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether a text, number or truth value keeps a constraint; what a constraint isn't about keeps it.</summary>
    public static bool Keeps(WrittenJson value, ConstraintModel constraint) => (constraint.Kind, value.Kind) switch
    {
        (ConstraintKind.Range, WrittenJsonKind.Number) => IsWithin(Number(value.Text), constraint),
        (ConstraintKind.TextLength, WrittenJsonKind.String) => IsWithin(CountCharacters(value.Text), constraint),
        (ConstraintKind.ByteCount, WrittenJsonKind.String) => !IsBase64(value.Text) || IsWithin(Convert.FromBase64String(value.Text).Length, constraint),
        (ConstraintKind.Pattern, WrittenJsonKind.String) => Matches(value.Text, constraint.Pattern),
        (ConstraintKind.Allowed, _) => constraint.Values.Any(allowed => IsSame(allowed.Json, Json(value))),
        (ConstraintKind.Denied, _) => !constraint.Values.Any(denied => IsSame(denied.Json, Json(value))),
        (ConstraintKind.Email, WrittenJsonKind.String) => value.Text.IndexOf('@') is > 0 and var at && at < value.Text.Length - 1 && at == value.Text.LastIndexOf('@') && value.Text.IndexOfAny(['\r', '\n']) < 0,
        (ConstraintKind.Url, WrittenJsonKind.String) => UrlBeginnings.Any(scheme => value.Text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)),
        (ConstraintKind.Base64, WrittenJsonKind.String) => IsBase64(value.Text),
        _ => true,
    };

    /// <param name="number">The number.</param>
    /// <param name="constraint">The bounds.</param>
    /// <param name="round">Makes a bound a value of the number's own type, if that is less exact.</param>
    public static bool IsWithin(double number, ConstraintModel constraint, Func<double, double>? round = null)
    {
        return (constraint.Minimum is not { } minimum || (Bound(minimum) is var low && (constraint.IsMinimumExclusive ? number > low : number >= low)))
            && (constraint.Maximum is not { } maximum || (Bound(maximum) is var high && (constraint.IsMaximumExclusive ? number < high : number <= high)));

        double Bound(ConstantModel bound) => round is null ? Number(bound.Json) : round(Number(bound.Json));
    }

    public static bool IsBase64(string text)
    {
        try
        {
            _ = Convert.FromBase64String(text);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Counted in Unicode code points, as JSON Schema counts them.</summary>
    public static int CountCharacters(string text) => Encoding.UTF32.GetByteCount(text) / 4;

    /// <summary>Whether a pattern matches the text as a whole.</summary>
    public static bool Matches(string text, string pattern)
    {
        try
        {
            Match match = Find(text, pattern);
            return match.Success && match.Index == 0 && match.Length == text.Length;
        }
        catch (Exception exception) when (exception is RegexMatchTimeoutException or ArgumentException)
        {
            return true; // Not known to be wrong.
        }
    }

    private static Match Find(string text, string pattern)
    {
        try
        {
            return Regex.Match(text, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, PatternTimeout);
        }
        catch (ArgumentException)
        {
            return Regex.Match(text, pattern, RegexOptions.CultureInvariant, PatternTimeout); // It ends in a comment, which takes the bracket in.
        }
    }

    /// <summary>Whether two JSON values are the same; numbers can be written in several ways.</summary>
    public static bool IsSame(string left, string right) =>
        left == right
        || (double.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out double first)
            && double.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out double second)
            && first.Equals(second));

    private static double Number(string json) => double.Parse(json, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Json(WrittenJson value) => value.Kind switch
    {
        WrittenJsonKind.String => Emission.JsonText.Quote(value.Text),
        WrittenJsonKind.Number => value.Text,
        _ => value.Describe(),
    };
}
