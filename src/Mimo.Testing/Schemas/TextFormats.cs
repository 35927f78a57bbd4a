using System.Buffers.Text;
using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Mimo.Testing.Schemas;

/// <summary>The formats JSON Schema names: valid texts for them, and whether a text is one.</summary>
internal static partial class TextFormats
{
    private static readonly FrozenDictionary<string, TextFormat> ByName = new Dictionary<string, TextFormat>(StringComparer.Ordinal)
    {
        ["date-time"] = new(["2026-03-20T09:30:00Z", "2026-03-21T18:00:00Z"], IsDateAndTime),
        ["date"] = new(["2026-03-20", "2026-03-21"], IsDate),
        ["time"] = new(["09:30:00Z", "18:00:00Z"], static text => IsDateAndTime($"2026-03-20T{text}")),
        ["duration"] = new(["PT1H30M", "P1D"], static text => Duration().IsMatch(text)),
        ["email"] = new(["mimo@example.com", "someone@example.com"], static text => Email().IsMatch(text)),
        ["idn-email"] = new(["mimo@example.com", "someone@example.com"], static text => Email().IsMatch(text)),
        ["hostname"] = new(["example.com", "www.example.com"], static text => HostName().IsMatch(text)),
        ["idn-hostname"] = new(["example.com", "www.example.com"], static text => Uri.CheckHostName(text) == UriHostNameType.Dns),
        ["ipv4"] = new(["192.0.2.1", "192.0.2.2"], static text => IsAddress(text, AddressFamily.InterNetwork)),
        ["ipv6"] = new(["2001:db8::1", "2001:db8::2"], static text => IsAddress(text, AddressFamily.InterNetworkV6)),
        ["uri"] = new(["https://example.com/", "https://example.com/mimo"], IsUri),
        ["url"] = new(["https://example.com/", "https://example.com/mimo"], IsUri),
        ["uri-reference"] = new(["https://example.com/", "/mimo"], static text => IsUri(text) || RelativeReference().IsMatch(text)),
        ["iri"] = new(["https://example.com/", "https://example.com/mimo"], static text => Scheme().IsMatch(text) && Uri.IsWellFormedUriString(text, UriKind.Absolute)),
        ["uuid"] = new(["6f1f2a34-58b1-4c53-9a0e-2d7c5b8e9f10", "6f1f2a34-58b1-4c53-9a0e-2d7c5b8e9f11"], static text => Guid.TryParseExact(text, "D", out _)),
        ["byte"] = new(["TWlNbw==", "aGVsbG8="], static text => Base64.IsValid(text) && !text.Any(char.IsWhiteSpace)),
        ["json-pointer"] = new(["/mimo", "/name"], static text => JsonPointer().IsMatch(text)),
        ["regex"] = new(["^.*$", "mimo"], IsRegex),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool IsKnown(string format) => ByName.ContainsKey(format);

    public static IReadOnlyList<string> Samples(string format) => ByName[format].Samples;

    /// <summary>Whether a text has the format; any text has one that is not known here.</summary>
    public static bool Accepts(string format, string text) => !ByName.TryGetValue(format, out TextFormat? known) || known.Accepts(text);

    private static bool IsDate(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsDateAndTime(string text) =>
        DateAndTime().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>The parser of addresses alone takes more, such as a bare number, or brackets and a zone.</summary>
    private static bool IsAddress(string text, AddressFamily family) =>
        IPAddress.TryParse(text, out IPAddress? address)
        && address.AddressFamily == family
        && (family == AddressFamily.InterNetwork ? address.ToString() == text : !text.AsSpan().ContainsAny("[]%"));

    /// <summary>Without a scheme it may be a path, which is an absolute address on some systems.</summary>
    private static bool IsUri(string text) => Scheme().IsMatch(text) && Ascii.IsValid(text) && Uri.IsWellFormedUriString(text, UriKind.Absolute);

    private static bool IsRegex(string text)
    {
        try
        {
            _ = new Regex(text);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex DateAndTime();

    [GeneratedRegex(@"^P(?!\z)(?:[0-9]+W|(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+D)?(?:T(?=[0-9])(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+S)?)?)\z")]
    private static partial Regex Duration();

    [GeneratedRegex(@"^[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)*\z")]
    private static partial Regex Email();

    [GeneratedRegex(@"^(?=.{1,253}\z)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\z")]
    private static partial Regex HostName();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9+.-]*:")]
    private static partial Regex Scheme();

    [GeneratedRegex(@"^(?![^/?#]*:)(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?\z")]
    private static partial Regex RelativeReference();

    [GeneratedRegex(@"^(?:/(?:[^~/]|~[01])*)*\z")]
    private static partial Regex JsonPointer();

    private sealed record TextFormat(string[] Samples, Func<string, bool> Accepts);
}
