using Microsoft.CodeAnalysis;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Parsing;

/// <summary>Only around code that could refuse values a guard is written: what it throws is told to the model, and what only keeps its values is not slowed down.</summary>
public class ConstructionCodeTests
{
    private const string Helpers = """

        public class Keeping(string text) { public string Text { get; } = text; }
        public class KeepingTwo { public KeepingTwo(string text, int number) { Text = text; Number = number; } public KeepingTwo() { } public string Text { get; } = ""; public int Number { get; } }
        public class Trimming { public Trimming(string text) => Text = text.Trim(); public Trimming() { } public string Text { get; } = ""; }
        public record KeepingRecord(string Text);
        public class KeepingLink(string text, System.Uri? link) { public string Text { get; } = text; public System.Uri? Link { get; } = link; }
        public class KeepingMail(string text, Mail mail) { public string Text { get; } = text; public Mail Mail { get; } = mail; }
        public class Loose { public static implicit operator string(Loose loose) => throw new System.FormatException(); }
        public class Mail { public static implicit operator Mail(string text) => throw new System.FormatException(text); public static string Shown(string text) => text; }

        """;

    [Theory]
    [InlineData("public record Data(string Text, int Number);")]
    [InlineData("public record Data(string Text) : KeepingRecord(Text);")]
    [InlineData("public class Data { public string Text { get; set; } = string.Concat(\"a\", \"b\"); public int Number { get; init; } }")]
    [InlineData("public class Data { public Data() => System.GC.KeepAlive(this); public string Text { get; set; } = \"\"; }")]
    [InlineData("public struct Data { public string Text { get; set; } }")]
    [InlineData("public class Data(string text) { public string Text { get; } = text; public string Other { get; } = string.Concat(\"a\", \"b\"); }")]
    [InlineData("public class Data(string text) { private readonly string _text = text; public string Text => _text; }")]
    [InlineData("public class Data(string text) : Keeping(text);")]
    [InlineData("public class Data(string text) : KeepingLink(text, null);")]
    [InlineData("public class Data(string text) : KeepingLink(text, default);")]
    [InlineData("public record Data(string Text) { public Data() : this(\"\") { } }")]
    [InlineData("public class Data { private string _one = \"\"; private string _two; public Data(string text) { Text = text; _two = _one; } public string Text { get; } public string Two() => _two; }")]
    [InlineData("public class Data : Keeping { public Data(string text) : base(text) { } }")]
    [InlineData("public class Data : Keeping { public Data(string text) : base(text: text) { } }")]
    [InlineData("public class Data : KeepingTwo { public Data(string text) : base(text, 3) { } }")]
    [InlineData("public class Data : Trimming { public Data(string other) { Other = other; } public string Other { get; } }")]
    [InlineData("public class Data { public Data(string text, int number) { Text = text; this.Number = number; } public string Text { get; } public int Number { get; private set; } }")]
    [InlineData("public class Data { public Data(string text) => Text = text; public string Text { get; } }")]
    [InlineData("public class Data { private object _text; public Data(string text) => _text = text; public string Text => (string)_text; }")]
    [InlineData("public class Data { private long _number; public Data(int number) => _number = number; public int Number => (int)_number; }")]
    [InlineData("public class Data { private string _text = \"\"; public string Text { get => _text; set => _text = value; } }")]
    [InlineData("public class Data { private string _text = \"\"; public string Text { get => _text; set { this._text = value; } } }")]
    [InlineData("public class Data { private string _text = \"\"; public string One { get => _text; set => Two = value; } public string Two { get => _text; set => _text = value; } }")]
    [InlineData("public class Data { public Data(string text) => Text = text; private string _text = \"\"; public string Text { get => _text; private set => _text = value; } }")]
    public void What_keeps_its_values_is_made_without_a_guard(string type) => Assert.DoesNotContain("catch", Readers(type), StringComparison.Ordinal);

    [Theory]
    [InlineData("public record Data(string Text, int Number) { public string Text { get; } = Text.Trim(); }")]
    [InlineData("public class Data(string text) { public string Text { get; } = string.Concat(text, Suffix); private const string Suffix = \".\"; }")]
    [InlineData("public class Data(string text) { private readonly string _text = text.Trim(); public string Text => _text; }")]
    [InlineData("public class Data(string text) { private readonly Mail _mail = text; public string Text => Mail.Shown(_mail.ToString() ?? \"\"); }")]
    [InlineData("public class Data(string text) : Keeping(text.Trim());")]
    [InlineData("public class Data(string text) : Trimming(text);")]
    [InlineData("public class Data(string text) : KeepingMail(text, \"a@b\");")]
    [InlineData("public class Data { private string text = \"\"; public Data(Loose text) { Shown = text; this.text = \"\"; } public string Shown { get; } public Loose? Text => text.Length > 0 ? null : new(); }")]
    [InlineData("public class Data : Trimming { public Data(string text) : base(text) { } }")]
    [InlineData("public class Data : Keeping { public Data(string text) : base(text.Trim()) { } }")]
    [InlineData("public class Data : KeepingTwo { public Data(string text) : base(number: text.Length, text: text) { } }")]
    [InlineData("public class Data { public Data(string text) : this(text, 1) { } private Data(string text, int length) => Text = text[..length]; public string Text { get; } }")]
    [InlineData("public class Data { public Data(string text) { Text = text.Trim(); } public string Text { get; } }")]
    [InlineData("public class Data { public Data(string text, int number) { Text = text; Number = Check(number); } private static int Check(int number) => number; public string Text { get; } public int Number { get; } }")]
    [InlineData("public class Data { public Data(string text) { Text = text; System.ArgumentException.ThrowIfNullOrEmpty(text); } public string Text { get; } }")]
    [InlineData("public class Data { public Data(string text) { if (text.Length == 0) { throw new System.ArgumentException(text); } Text = text; } public string Text { get; } }")]
    [InlineData("public class Data { private readonly string[] _texts = new string[1]; public Data(string text) => _texts[text.Length] = text; public string Text => _texts[0]; }")]
    [InlineData("public class Data { private int _length = 1; public Data(int length) => _length /= length; public int Length => _length; }")]
    [InlineData("public class Data { private object mail = \"\"; public Data(Mail mail, string text) { mail = text; this.mail = mail; Text = text; } public string Text { get; } public Mail Mail => (Mail)mail; }")]
    [InlineData("public class Data { public string Text { get; set; } = \"\"; private string _other = \"\"; public string Other { get => _other; set => _other = value.Trim(); } }")]
    [InlineData("public class Data { private string _text = \"\"; public string Text { get => _text; init { _text = value; System.GC.KeepAlive(this); } } }")]
    [InlineData("public class Data { private string _text = \"\"; public string Text { get => _text; set => Keep(value); } private void Keep(string text) => _text = text; }")]
    [InlineData("public class Data { private string _text = \"\"; public string Text { get => _text; set => Text = value; } }")]
    [InlineData("public partial class Data { private string _text = \"\"; public partial string Text { get => _text; set => _text = value.Trim(); } public partial string Text { get; set; } }")]
    [InlineData("public class Data { public Data(string text) => Text = text; private string _text = \"\"; public string Text { get => _text; private set => _text = value.Trim(); } }")]
    [InlineData("public class Data { public Data(string text) => Text = text; public virtual string Text { get; set; } }")]
    [InlineData("public abstract class Base { public abstract string Kept { get; set; } } public class Data : Base { public Data(string text) => Kept = text; public string Text => Kept; [System.Text.Json.Serialization.JsonIgnore] public override string Kept { get; set; } }")]
    public void What_could_refuse_its_values_is_made_under_a_guard(string type) => Assert.Contains("catch", Readers(type), StringComparison.Ordinal);

    [Theory]
    [InlineData("public class Data { public string Text { get; set; } = \"\"; public int Number { get; init; } }", false)]
    [InlineData("public class Data { public Data(string text) => Text = text; public string Text { get; } }", true)]
    [InlineData("public class Data { private string _text = \"\"; public string Text { get => _text; set => _text = value; } }", true)]
    public void Of_a_library_only_what_the_compiler_wrote_is_known_to_keep_its_values(string type, bool isGuarded) =>
        Assert.Equal(isGuarded, Readers("", TestLibrary.Compile(type)).Contains("catch", StringComparison.Ordinal));

    private static string Readers(string type, params MetadataReference[] libraries)
    {
        var session = new GeneratorSession(
            TestProject.Of(type + Helpers + "public static partial class Holder { [Mimo.MimoTool] public static void Take(Data data) { } }") with { References = [.. libraries] });
        Assert.Empty(session.Output.GetDiagnostics().Where(static diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error));
        return session.Sources.Single(static source => source.Key.Contains(".Readers.", StringComparison.Ordinal)).Value;
    }
}
