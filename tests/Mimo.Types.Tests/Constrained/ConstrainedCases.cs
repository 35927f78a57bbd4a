using Mimo.Types.Tests.Judging;

namespace Mimo.Types.Tests.Constrained;

/// <summary>
/// Tools whose schemas say more than their types do: constraints, unions, and what is left open. They are no part of the catalogue,
/// whose judges look at types alone: values of those types break the constraints.
/// </summary>
public static class ConstrainedCases
{
    private static readonly Dictionary<string, EchoCase> ByName =
        EchoCase.In(typeof(ConstrainedCases).Assembly, typeof(ConstrainedCases).Namespace!).ToDictionary(static item => item.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. ByName.Keys];

    public static IEnumerable<EchoCase> All => ByName.Values;

    public static EchoCase Of(string name) => ByName[name];
}
