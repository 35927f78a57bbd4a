using Mimo.Generators.Model;

namespace Mimo.Generators.Emission;

/// <summary>Prints the files of the class that reads and writes the JSON of a project's types.</summary>
internal static class JsonFileEmitter
{
    /// <summary>The file that documents the class and marks it as generated, once for all its members: a compiler binds every attribute that it meets.</summary>
    public static string EmitClass(TargetModel target)
    {
        SourceWriter writer = CSharpText.StartFile();
        using (writer.WriteBlock("namespace " + TargetModel.Namespace))
        {
            writer.WriteLine($$"""
                /// <summary>Reads and writes the JSON of this project's types.</summary>
                {{CSharpText.GeneratedCode}}
                {{CSharpText.Hidden}}
                {{Declaration(target)}}
                {
                }
                """);
        }

        return writer.ToString();
    }

    /// <summary>A file with the readers of some types.</summary>
    public static string EmitReaders(JsonFileModel file, TargetModel target) =>
        Emit(file, target, static (writer, type, target) => new ReaderEmitter(writer, type, target).Write());

    /// <summary>A file with the writers of some types.</summary>
    public static string EmitWriters(JsonFileModel file, TargetModel target) =>
        Emit(file, target, static (writer, type, target) => new WriterEmitter(writer, type, target).Write());

    private static string Emit(JsonFileModel file, TargetModel target, Action<SourceWriter, TypeNeighbourhood, TargetModel> write)
    {
        SourceWriter writer = CSharpText.StartFile(file.Types.SelectMany(static type => type.Neighbours).SelectMany(static type => type.WarningIds));
        using (writer.WriteBlock("namespace " + TargetModel.Namespace))
        {
            using (writer.WriteBlock(Declaration(target)))
            {
                for (int index = 0; index < file.Types.Count; index++)
                {
                    if (index > 0)
                    {
                        writer.WriteLine();
                    }

                    write(writer, file.Types[index], target);
                }
            }
        }

        return writer.ToString();
    }

    private static string Declaration(TargetModel target) => "internal static partial class " + target.JsonClass;
}
