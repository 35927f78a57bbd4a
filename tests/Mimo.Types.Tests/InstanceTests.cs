using Mimo.Types.Tests.Catalogue;
using Mimo.Types.Tests.Oracles;

namespace Mimo.Types.Tests;

public sealed class InstanceTests
{
    [Theory]
    [MemberData(nameof(Cases.Names), MemberType = typeof(Cases))]
    public void Every_instance_of_the_schema_is_accepted(string name) => Instances.CheckAccepted(Cases.Of(name), samples: 100);

    [Theory]
    [MemberData(nameof(Cases.Names), MemberType = typeof(Cases))]
    public void Every_violation_of_the_schema_is_refused_at_its_place(string name) => Instances.CheckRefused(Cases.Of(name), samples: 10);

    [Theory]
    [MemberData(nameof(Cases.Names), MemberType = typeof(Cases))]
    public void What_a_model_says_differently_means_the_same(string name) => Instances.CheckTolerated(Cases.Of(name), samples: 10);
}
