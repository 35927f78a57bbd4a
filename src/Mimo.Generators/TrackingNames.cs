namespace Mimo.Generators;

/// <summary>Names of pipeline steps, by which tests see whether they ran.</summary>
internal static class TrackingNames
{
    public const string Tools = nameof(Tools);
    public const string ToolSets = nameof(ToolSets);
    public const string Prompts = nameof(Prompts);
    public const string Drafts = nameof(Drafts);
    public const string Readers = nameof(Readers);
    public const string Writers = nameof(Writers);
    public const string Target = nameof(Target);
}
