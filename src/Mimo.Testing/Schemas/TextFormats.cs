using System.Collections.Frozen;

namespace Mimo.Testing.Schemas;

/// <summary>Valid texts for the formats JSON Schema names.</summary>
internal static class TextFormats
{
    private static readonly FrozenDictionary<string, string[]> ByName = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["date-time"] = ["2026-03-20T09:30:00Z", "2026-03-21T18:00:00Z"],
        ["date"] = ["2026-03-20", "2026-03-21"],
        ["time"] = ["09:30:00Z", "18:00:00Z"],
        ["duration"] = ["PT1H30M", "P1D"],
        ["email"] = ["mimo@example.com", "someone@example.com"],
        ["idn-email"] = ["mimo@example.com", "someone@example.com"],
        ["hostname"] = ["example.com", "www.example.com"],
        ["idn-hostname"] = ["example.com", "www.example.com"],
        ["ipv4"] = ["192.0.2.1", "192.0.2.2"],
        ["ipv6"] = ["2001:db8::1", "2001:db8::2"],
        ["uri"] = ["https://example.com/", "https://example.com/mimo"],
        ["url"] = ["https://example.com/", "https://example.com/mimo"],
        ["uri-reference"] = ["https://example.com/", "/mimo"],
        ["iri"] = ["https://example.com/", "https://example.com/mimo"],
        ["uuid"] = ["6f1f2a34-58b1-4c53-9a0e-2d7c5b8e9f10", "6f1f2a34-58b1-4c53-9a0e-2d7c5b8e9f11"],
        ["byte"] = ["TWlNbw==", "aGVsbG8="],
        ["json-pointer"] = ["/mimo", "/name"],
        ["regex"] = ["^.*$", "mimo"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool IsKnown(string format) => ByName.ContainsKey(format);

    public static IReadOnlyList<string> Samples(string format) => ByName[format];
}
