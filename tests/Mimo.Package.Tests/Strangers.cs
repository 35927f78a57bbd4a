namespace Mimo.Package.Tests;

/// <summary>The tests that use the packages; they are packed once for all of them.</summary>
[CollectionDefinition(Name)]
public sealed class Strangers : ICollectionFixture<PackageFeed>
{
    public const string Name = nameof(Strangers);
}
