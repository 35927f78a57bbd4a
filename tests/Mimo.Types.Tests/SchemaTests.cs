using Mimo.Types.Tests.Catalogue;
using Mimo.Types.Tests.Judging;
using Mimo.Types.Tests.Oracles;

namespace Mimo.Types.Tests;

public sealed class SchemaTests
{
    /// <summary>The exporter throws at a default that has no JSON form of its own.</summary>
    private static readonly string[] NotExported = ["ObjectTools.OfWithDefaultStructs"];

    public static TheoryData<string> Names => [.. Exported.Select(static item => item.Name)];

    private static IEnumerable<EchoCase> Exported => Cases.All.Where(static item => !NotExported.Contains(item.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Schemas_agree_with_the_exporter_of_System_Text_Json(string name)
    {
        EchoCase echo = Cases.Of(name);
        Assert.Empty(SchemaComparison.Unintended(echo));
    }

    [Fact]
    public void Every_intended_difference_occurs()
    {
        List<SchemaDifference> all = Exported.SelectMany(SchemaComparison.Compare).ToList();
        Assert.All(IntendedDifference.All, intended => Assert.Contains(all, difference => intended.Holds(difference)));
    }
}
