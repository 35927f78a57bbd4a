using Mimo.Types.Tests.Judging;

namespace Mimo.Types.Tests.Catalogue;

/// <summary>All tools of the catalogue.</summary>
public static class Cases
{
    private static readonly Dictionary<string, EchoCase> ByName =
        EchoCase.In(typeof(Cases).Assembly, typeof(Cases).Namespace!).ToDictionary(static item => item.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. ByName.Keys];

    public static IEnumerable<EchoCase> All => ByName.Values;

    public static EchoCase Of(string name) => ByName[name];
}
