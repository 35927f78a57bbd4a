namespace Mimo.Generators.Parsing;

/// <summary>The qualified names of the attributes and types that the parsers know.</summary>
internal static class AttributeNames
{
    public const string MimoTool = "Mimo.MimoToolAttribute";
    public const string MimoParameter = "Mimo.MimoParameterAttribute";
    public const string MimoFromServices = "Mimo.FromServicesAttribute";
    public const string AspNetFromServices = "Microsoft.AspNetCore.Mvc.FromServicesAttribute";

    public const string MimoPrompt = "Mimo.MimoPromptAttribute";
    public const string SystemPrompt = "Mimo.SystemPromptAttribute";
    public const string UserPrompt = "Mimo.UserPromptAttribute";
    public const string AssistantPrompt = "Mimo.AssistantPromptAttribute";

    public const string Description = "System.ComponentModel.DescriptionAttribute";
    public const string Flags = "System.FlagsAttribute";

    public const string JsonConstructor = "System.Text.Json.Serialization.JsonConstructorAttribute";
    public const string JsonIgnore = "System.Text.Json.Serialization.JsonIgnoreAttribute";
    public const string JsonInclude = "System.Text.Json.Serialization.JsonIncludeAttribute";
    public const string JsonPropertyName = "System.Text.Json.Serialization.JsonPropertyNameAttribute";
    public const string JsonRequired = "System.Text.Json.Serialization.JsonRequiredAttribute";
    public const string JsonStringEnumMemberName = "System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute";
}
