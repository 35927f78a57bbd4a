using System.Xml.Linq;
using Mimo.Generators.Emission;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Architecture;

public class VersionTests
{
    [Fact]
    public void Generated_code_names_the_version_of_the_package() =>
        Assert.Equal(CSharpText.Version, XDocument.Load(Repository.PathTo("Directory.Build.props")).Descendants("Version").Single().Value);
}
