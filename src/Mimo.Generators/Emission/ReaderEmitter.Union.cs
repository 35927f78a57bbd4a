using Mimo.Generators.Model;

namespace Mimo.Generators.Emission;

internal sealed partial class ReaderEmitter
{
    private void WriteUnion(UnionModel union)
    {
        string names = NamesField(union);
        List<UnionCaseModel> named = union.Cases.Where(static known => known.Id is not null).ToList();
        UnionCaseModel? unnamed = union.Cases.FirstOrDefault(static known => known.Id is null);
        WriteNamesField(names);
        using (OpenMethod(union))
        {
            WriteNames(names, named.Select(static known => known.Id!));

            // The discriminator may stand anywhere in the object, so it is looked up ahead.
            using (_writer.WriteBlock($"if (!reader.StartUnion({CSharpText.Utf8Literal(union.Discriminator, _target)}, {names}, isOptional: {(unnamed is null ? "false" : "true")}, out int found))"))
            {
                _writer.WriteLine($"return reader.ReadFromText<{union.Syntax}>({ValueEmitter.ReaderName(union)}, \"an object\");");
            }

            _writer.WriteLine();
            using (_writer.WriteBlock("switch (found)"))
            {
                for (int index = 0; index < named.Count; index++)
                {
                    _writer.WriteLine(FormattableString.Invariant($"case {index}:"));
                    using (_writer.Indent())
                    {
                        _writer.WriteLine($"return {_values.ReadPresent(named[index].Type)};");
                    }
                }

                _writer.WriteLine("default:");
                using (_writer.Indent())
                {
                    if (unnamed is null)
                    {
                        _writer.WriteLine("reader.SkipValue();");
                        _writer.WriteLine("return default!;");
                    }
                    else
                    {
                        _writer.WriteLine($"return {_values.ReadPresent(unnamed.Type)};");
                    }
                }
            }
        }
    }
}
