using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;

namespace Mimo.Types.Tests.Compiling;

/// <summary>The generated files of a compiled assembly, which the compiler keeps with its symbols.</summary>
internal static class EmbeddedSources
{
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    /// <returns>The files whose paths contain the name of the generator, as <c>name → text</c>.</returns>
    public static IReadOnlyDictionary<string, string> Of(Assembly assembly, string generator)
    {
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(assembly.Location, ".pdb")));
        MetadataReader reader = provider.GetMetadataReader();
        var sources = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DocumentHandle handle in reader.Documents)
        {
            string[] path = reader.GetString(reader.GetDocument(handle).Name).Split('/', '\\');
            if (path.Contains(generator))
            {
                sources.Add(path[^1], Text(reader, handle));
            }
        }

        return sources;
    }

    private static string Text(MetadataReader reader, DocumentHandle document)
    {
        CustomDebugInformation embedded = reader.GetCustomDebugInformation(document)
            .Select(reader.GetCustomDebugInformation)
            .Single(information => reader.GetGuid(information.Kind) == EmbeddedSource);

        // The length comes first, and is zero for what was not worth compressing.
        byte[] blob = reader.GetBlobBytes(embedded.Value);
        Stream content = new MemoryStream(blob, sizeof(int), blob.Length - sizeof(int));
        using var text = new StreamReader(BitConverter.ToInt32(blob) == 0 ? content : new DeflateStream(content, CompressionMode.Decompress));
        return text.ReadToEnd();
    }
}
