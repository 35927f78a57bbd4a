using System.Globalization;
using CsCheck;

namespace Mimo.Types.Tests.Generating;

/// <summary>Texts that fit a schema's <c>format</c>, and texts that don't.</summary>
internal static class TextFormats
{
    public static string Valid(PCG pcg, string format) => format switch
    {
        "uuid" => pcg.Pick("3f2504e0-4f89-41d3-9a0c-0305e82c3301", "00000000-0000-0000-0000-000000000000", "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF"),
        "date" => new DateOnly(1 + pcg.Below(9999), 1 + pcg.Below(12), 1 + pcg.Below(28)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "time" => pcg.Pick("00:00:00", "23:59:59", "14:30:00Z", "08:15:30.25", "12:00:00.1234567"),
        "date-time" => pcg.Pick("2026-03-20T14:30:00Z", "2026-03-20T14:30:00.5+08:00", "1999-12-31T23:59:59.9999999-11:30", "2024-02-29T00:00:00Z"),
        "duration" => pcg.Pick("PT1H30M", "P1D", "P2W", "PT0.5S", "P3DT4H5M6S", "PT36H"),
        "uri" => pcg.Pick("https://example.com/", "mailto:ada@example.com", "urn:isbn:0451450523", "http://[::1]:8080/a?b=c#d"),
        "email" => "ada@example.com",
        _ => throw new NotSupportedException($"No texts are known of the format {format}."),
    };

    public static IEnumerable<string> Invalid(string format) => format switch
    {
        "uuid" => ["", "3f2504e0", "3f2504e0-4f89-41d3-9a0c-0305e82c330g"],
        "date" => ["", "2026-02-30", "20.03.2026", "2026-3-1", "2026-03-20T00:00:00Z", "tomorrow"],
        "time" => ["", "25:00:00", "14:60:00", "noon", "14"],
        "date-time" => ["", "2026-02-30T00:00:00Z", "2026-03-20 14:30", "yesterday", "1742481000"],
        "duration" => ["", "P", "PT", "1 hour", "P1Y", "PT1H1H"],
        "uri" => ["http://", "https://exa mple.com:port/"],
        "email" => ["", "ada", "@example.com", "ada@"],
        _ => [],
    };
}
