using System.Text.Json.Serialization.Metadata;

namespace Mimo.Types.Tests.Oracles;

/// <summary>One keyword in which our schema and the exporter's differ.</summary>
/// <param name="Path">Where in the value.</param>
/// <param name="Keyword">The keyword, or <c>null</c> for whether null is allowed.</param>
/// <param name="Ours">What we say, as JSON; empty for nothing.</param>
/// <param name="Theirs">What the exporter says, as JSON; empty for nothing.</param>
/// <param name="Place">What stands there.</param>
internal sealed record SchemaDifference(string Path, string Keyword, string Ours, string Theirs, SchemaPlace Place);

/// <param name="Type">The C# type.</param>
/// <param name="Member">The member whose value it is; null for arguments, items and entries.</param>
/// <param name="IsOptional">Whether our schema lets it be left out.</param>
internal sealed record SchemaPlace(Type Type, JsonPropertyInfo? Member, bool IsOptional)
{
    public Type Underlying => Nullable.GetUnderlyingType(Type) ?? Type;
}
