using System.Globalization;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Mimo.Types.Tests.Compiling;

/// <summary>The documentation file of a compiled library, as editors hand it to the compiler.</summary>
internal sealed class XmlDocumentation(Stream xml) : DocumentationProvider
{
    private readonly Dictionary<string, string> _members = XDocument.Load(xml).Descendants("member").ToDictionary(static member => member.Attribute("name")!.Value, static member => member.ToString());

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => _members.Count;

    protected override string? GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
        _members.GetValueOrDefault(documentationMemberID);
}
