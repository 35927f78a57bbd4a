namespace Mimo.Generators.Parsing;

/// <summary>The qualified names of the attributes and types that the parsers know.</summary>
internal static class AttributeNames
{
    public const string MimoTool = "Mimo.MimoToolAttribute";
    public const string MimoParameter = "Mimo.MimoParameterAttribute";
    public const string MimoFromServices = "Mimo.FromServicesAttribute";
    public const string AspNetFromServices = "Microsoft.AspNetCore.Mvc.FromServicesAttribute";

    public const string MimoJsonContext = "Mimo.MimoJsonContextAttribute";
    public const string MimoPrompt = "Mimo.MimoPromptAttribute";
    public const string MimoOutput = "Mimo.MimoOutputAttribute";
    public const string SystemPrompt = "Mimo.SystemPromptAttribute";
    public const string UserPrompt = "Mimo.UserPromptAttribute";
    public const string AssistantPrompt = "Mimo.AssistantPromptAttribute";
    public const string Example = "Mimo.ExampleAttribute";
    public const string Untrusted = "Mimo.UntrustedAttribute";
    public const string SystemPromptFile = "Mimo.SystemPromptFileAttribute";
    public const string UserPromptFile = "Mimo.UserPromptFileAttribute";
    public const string AssistantPromptFile = "Mimo.AssistantPromptFileAttribute";

    public const string DefaultValue = "System.ComponentModel.DefaultValueAttribute";
    public const string Description = "System.ComponentModel.DescriptionAttribute";
    public const string SetsRequiredMembers = "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute";
    public const string GeneratedCode = "System.CodeDom.Compiler.GeneratedCodeAttribute";
    public const string Obsolete = "System.ObsoleteAttribute";
    public const string Experimental = "System.Diagnostics.CodeAnalysis.ExperimentalAttribute";
    public const string UnmanagedCallersOnly = "System.Runtime.InteropServices.UnmanagedCallersOnlyAttribute";
    public const string AsyncMethodBuilder = "System.Runtime.CompilerServices.AsyncMethodBuilderAttribute";
    public const string Flags = "System.FlagsAttribute";

    public const string JsonConstructor = "System.Text.Json.Serialization.JsonConstructorAttribute";
    public const string JsonConverter = "System.Text.Json.Serialization.JsonConverterAttribute";
    public const string JsonConverterBase = "System.Text.Json.Serialization.JsonConverter";
    public const string JsonConverterFactory = "System.Text.Json.Serialization.JsonConverterFactory";
    public const string JsonDerivedType = "System.Text.Json.Serialization.JsonDerivedTypeAttribute";
    public const string JsonExtensionData = "System.Text.Json.Serialization.JsonExtensionDataAttribute";
    public const string JsonIgnore = "System.Text.Json.Serialization.JsonIgnoreAttribute";
    public const string JsonInclude = "System.Text.Json.Serialization.JsonIncludeAttribute";
    public const string JsonNumberHandling = "System.Text.Json.Serialization.JsonNumberHandlingAttribute";
    public const string JsonPolymorphic = "System.Text.Json.Serialization.JsonPolymorphicAttribute";
    public const string JsonPropertyName = "System.Text.Json.Serialization.JsonPropertyNameAttribute";
    public const string JsonRequired = "System.Text.Json.Serialization.JsonRequiredAttribute";
    public const string JsonSerializable = "System.Text.Json.Serialization.JsonSerializableAttribute";
    public const string JsonStringEnumConverter = "System.Text.Json.Serialization.JsonStringEnumConverter";
    public const string JsonUnmappedMemberHandling = "System.Text.Json.Serialization.JsonUnmappedMemberHandlingAttribute";
    public const string JsonStringEnumMemberName = "System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute";
}
