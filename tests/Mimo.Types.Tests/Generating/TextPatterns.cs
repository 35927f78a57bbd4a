using System.Text.RegularExpressions;

namespace Mimo.Types.Tests.Generating;

/// <summary>Texts that fit a schema's <c>pattern</c>, and texts that don't.</summary>
internal static class TextPatterns
{
    private static readonly string[] Texts =
    [
        "1.2", "0.0.0", "10.20.30.40", "1", "one.two", "AB-12", "ZZ-99", "xAB-12", "AB-123", "http", "https", "httpsx", "a", "abc.d.e", "a..b", "", " ", "ä",
    ];

    public static IReadOnlyList<string> Valid(string pattern) => Texts.Where(text => Regex.IsMatch(text, pattern, RegexOptions.ECMAScript)).ToList();

    public static IEnumerable<string> Invalid(string pattern) => Texts.Except(Valid(pattern));
}
