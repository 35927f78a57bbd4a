using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mimo.Generators.Diagnostics.Analyzers;

/// <summary>The calls that write or delete beyond doubt. Types are looked up once per compilation.</summary>
internal sealed class WriteCalls(Compilation compilation)
{
    /// <summary>Every name that <see cref="Find"/> knows: code without any of them need not be looked at.</summary>
    public static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "Post", "Put", "Patch", "Delete", "Move",
        "SaveChanges", "SaveChangesAsync", "ExecuteNonQuery", "ExecuteNonQueryAsync",
        "ExecuteDelete", "ExecuteDeleteAsync", "ExecuteUpdate", "ExecuteUpdateAsync",
        "WriteAllText", "WriteAllTextAsync", "WriteAllBytes", "WriteAllBytesAsync", "WriteAllLines", "WriteAllLinesAsync",
        "AppendAllText", "AppendAllTextAsync", "AppendAllLines", "AppendAllLinesAsync",
        "PostAsync", "PutAsync", "PatchAsync", "DeleteAsync",
        "PostAsJsonAsync", "PutAsJsonAsync", "PatchAsJsonAsync", "DeleteFromJsonAsync",
    };

    private readonly INamedTypeSymbol? _file = compilation.GetTypeByMetadataName("System.IO.File");
    private readonly INamedTypeSymbol? _directory = compilation.GetTypeByMetadataName("System.IO.Directory");
    private readonly INamedTypeSymbol? _fileSystemInfo = compilation.GetTypeByMetadataName("System.IO.FileSystemInfo");
    private readonly INamedTypeSymbol? _client = compilation.GetTypeByMetadataName("System.Net.Http.HttpClient");
    private readonly INamedTypeSymbol? _clientExtensions = compilation.GetTypeByMetadataName("System.Net.Http.Json.HttpClientJsonExtensions");
    private readonly INamedTypeSymbol? _method = compilation.GetTypeByMetadataName("System.Net.Http.HttpMethod");

    /// <summary>The call as a reader would write it; null if the operation is none of them.</summary>
    public string? Find(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: var method } when IsWrite(method) => $"{(method.ReducedFrom is null ? method.ContainingType.Name : "HttpClient")}.{method.Name}",
        IPropertyReferenceOperation { Property: { Name: "Post" or "Put" or "Patch" or "Delete" } property } when Is(property.ContainingType, _method) => $"HttpMethod.{property.Name}",
        _ => null,
    };

    private bool IsWrite(IMethodSymbol method) => method.Name switch
    {
        // Of Entity Framework and ADO.NET, and of what wraps them: the names mean nothing else.
        "SaveChanges" or "SaveChangesAsync" or "ExecuteNonQuery" or "ExecuteNonQueryAsync"
            or "ExecuteDelete" or "ExecuteDeleteAsync" or "ExecuteUpdate" or "ExecuteUpdateAsync" => true,
        "Delete" => Is(method.ContainingType, _file) || Is(method.ContainingType, _directory) || IsFileSystemInfo(method.ContainingType),
        "Move" => Is(method.ContainingType, _file) || Is(method.ContainingType, _directory),
        "WriteAllText" or "WriteAllTextAsync" or "WriteAllBytes" or "WriteAllBytesAsync" or "WriteAllLines" or "WriteAllLinesAsync"
            or "AppendAllText" or "AppendAllTextAsync" or "AppendAllLines" or "AppendAllLinesAsync" => Is(method.ContainingType, _file),
        "PostAsync" or "PutAsync" or "PatchAsync" or "DeleteAsync" => Is(method.ContainingType, _client),
        "PostAsJsonAsync" or "PutAsJsonAsync" or "PatchAsJsonAsync" or "DeleteFromJsonAsync" => Is(method.ContainingType, _clientExtensions),
        _ => false,
    };

    private bool IsFileSystemInfo(INamedTypeSymbol type) => Is(type, _fileSystemInfo) || Is(type.BaseType, _fileSystemInfo);

    private static bool Is(INamedTypeSymbol? type, INamedTypeSymbol? other) => other is not null && SymbolEqualityComparer.Default.Equals(type, other);
}
