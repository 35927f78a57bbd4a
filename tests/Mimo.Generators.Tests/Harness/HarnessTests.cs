using Microsoft.CodeAnalysis;
using Xunit.Sdk;

namespace Mimo.Generators.Tests.Harness;

/// <summary>The harness must be able to fail.</summary>
public class HarnessTests
{
    [Fact]
    public void A_location_kept_anywhere_in_a_model_is_found()
    {
        var model = new Kept(new Inner([new Item(Location.None)]));

        Assert.Contains("Place", Assert.Throws<FalseException>(() => TrackedValues.AssertPlain(new Item(Location.None), "Item")).Message, StringComparison.Ordinal);
        Assert.Throws<FalseException>(() => TrackedValues.AssertPlain(model, "Kept"));
    }

    [Fact]
    public void A_symbol_is_found_though_its_class_is_internal_to_the_compiler()
    {
        ISymbol symbol = TestProject.Of("class C;").Compile().GetTypeByMetadataName("C")!;

        Assert.Throws<FalseException>(() => TrackedValues.AssertPlain(new Inner([symbol]), "Inner"));
    }

    [Fact]
    public void A_warning_in_the_compiled_code_fails_the_check() =>
        Assert.Contains("CS0169", Assert.Throws<FailException>(() => GeneratorHarness.Check("class C { private int _unused; }")).Message, StringComparison.Ordinal);

    private sealed record Kept(Inner Inner);

    private sealed record Inner(IReadOnlyList<object> Items);

    private sealed record Item(Location Place);
}
