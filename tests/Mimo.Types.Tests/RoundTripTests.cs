using Mimo.Types.Tests.Catalogue;
using Mimo.Types.Tests.Oracles;

namespace Mimo.Types.Tests;

public sealed class RoundTripTests
{
    [Theory]
    [MemberData(nameof(Cases.Names), MemberType = typeof(Cases))]
    public void Values_survive_our_reader_and_our_writer(string name) => RoundTrip.Check(Cases.Of(name), samples: 100);
}
