using System.Reflection;
using Mimo.Types.Tests.Compiling;
using Mimo.Types.Tests.Judging;
using Mimo.Types.Tests.Oracles;

namespace Mimo.Types.Tests;

/// <summary>The same oracles over types that nobody thought of: compiled without a warning, loaded, and called.</summary>
public sealed class GeneratedTypesTests(GeneratedTypesTests.Types types) : IClassFixture<GeneratedTypesTests.Types>
{
    [Fact]
    public void Schemas_agree_with_the_exporter_of_System_Text_Json() =>
        Assert.All(types.Cases, static echo => Assert.Empty(SchemaComparison.Unintended(echo)));

    [Fact]
    public void Values_survive_our_reader_and_our_writer() => Assert.All(types.Cases, static echo => RoundTrip.Check(echo, samples: 10));

    [Fact]
    public void Every_instance_of_the_schema_is_accepted() => Assert.All(types.Cases, static echo => Instances.CheckAccepted(echo, samples: 5));

    [Fact]
    public void Every_violation_of_the_schema_is_refused_at_its_place() => Assert.All(types.Cases, static echo => Instances.CheckRefused(echo, samples: 2));

    [Fact]
    public void What_a_model_says_differently_means_the_same() => Assert.All(types.Cases, static echo => Instances.CheckTolerated(echo, samples: 2));

    public sealed class Types
    {
        public Types()
        {
            const string Namespace = "RandomTypes";
            Assembly assembly = GeneratedAssembly.Load(RandomTypes.Source(seed: 20260320, count: 300, Namespace), "RandomTypes");
            Cases = EchoCase.In(assembly, Namespace).ToList();
            Assert.Equal(300, Cases.Count);
        }

        internal IReadOnlyList<EchoCase> Cases { get; }
    }
}
