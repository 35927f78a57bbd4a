using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mimo.Generators.Parsing;

/// <summary>The project's additional files, among which templates are found.</summary>
internal sealed class PromptFiles(ImmutableArray<AdditionalText> texts)
{
    /// <param name="path">A path relative to the project, with either kind of slash.</param>
    /// <returns>Null if there is no such file. Of several in different folders it is the one nearest to the root.</returns>
    public AdditionalText? Find(string path) => Find(texts, path, static text => text.Path);

    /// <summary>The file that a path names, whatever stands for files.</summary>
    public static TFile? Find<TFile>(IEnumerable<TFile> files, string path, Func<TFile, string> pathOf)
        where TFile : class
    {
        string wanted = Normalize(path);
        wanted = wanted.StartsWith("./", StringComparison.Ordinal) ? wanted.Substring(2) : wanted;
        return files.Where(file => EndsWith(Normalize(pathOf(file)), wanted)).OrderBy(file => pathOf(file).Length).ThenBy(pathOf, StringComparer.Ordinal).FirstOrDefault();
    }

    private static bool EndsWith(string path, string end) =>
        path.EndsWith(end, StringComparison.Ordinal) && (path.Length == end.Length || path[path.Length - end.Length - 1] == '/');

    private static string Normalize(string path) => path.Replace('\\', '/');
}
