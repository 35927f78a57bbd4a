using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mimo.Generators.Parsing;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Parsing;

/// <summary>Comments read the same whether the build parses them (<c>GenerateDocumentationFile</c>) or not.</summary>
public class DocCommentTests
{
    [Theory]
    [InlineData("/// <summary>Get the weather</summary>", "Get the weather")]
    [InlineData("/// <summary>\n/// Get\n///   the\tweather.\n/// </summary>", "Get the weather.")]
    [InlineData("///<summary>Tight</summary>", "Tight")]
    [InlineData("/** <summary>Star</summary> */", "Star")]
    [InlineData("/**\n * <summary>\n * Two\n * lines\n * </summary>\n */", "Two lines")]
    [InlineData("/// <summary>One <c>code</c> word</summary>", "One code word")]
    [InlineData("/// <summary>First.<para>Second.</para><para>Third.</para></summary>", "First. Second. Third.")]
    [InlineData("/// <summary>a &lt; b &amp;&amp; c &gt; d &#233; &quot;q&quot;</summary>", "a < b && c > d é \"q\"")]
    [InlineData("/// <summary>See <see cref=\"System.String\"/>.</summary>", "See String.")]
    [InlineData("/// <summary>See <see cref=\"System.Collections.Generic.List{T}\"/>.</summary>", "See List.")]
    [InlineData("/// <summary>See <see cref=\"System.Collections.Generic.Dictionary{TKey, TValue}.Add(TKey, TValue)\"/>.</summary>", "See Add.")]
    [InlineData("/// <summary>See <see cref=\"Call(string, int)\"/>.</summary>", "See Call.")]
    [InlineData("/// <summary>See <see cref=\"Holder\"/>.</summary>", "See Holder.")]
    [InlineData("/// <summary>See <see cref=\"Nowhere.Missing\"/>.</summary>", "See Missing.")]
    [InlineData("/// <summary>See <see cref=\"System.String\">the text</see>.</summary>", "See the text.")]
    [InlineData("/// <summary>Takes <paramref name=\"city\"/> or <see langword=\"null\"/>.</summary>", "Takes city or null.")]
    [InlineData("/// <summary>See <see href=\"https://example.org/a?b=1\"/>.</summary>", "See https://example.org/a?b=1.")]
    [InlineData("/// <summary>One<br/>two</summary>", "One two")]
    [InlineData("/// <summary><list type=\"bullet\"><item>one</item><item><description>two</description></item></list></summary>", "one two")]
    [InlineData("/// <summary><![CDATA[a < b]]></summary>", "a < b")]
    [InlineData("/// <summary>日本語 und Grüße 🌍</summary>", "日本語 und Grüße 🌍")]
    [InlineData("/// <summary></summary>", "")]
    [InlineData("/// <remarks>Only remarks.</remarks>", "")]
    [InlineData("/// <summary>Never closed", "")]
    [InlineData("/// <summary>Wrong</sumary>", "")]
    [InlineData("/// <summary>a & b</summary>", "")]
    [InlineData("// <summary>Ordinary</summary>", "")]
    [InlineData("//// <summary>Four</summary>", "")]
    [InlineData("/* <summary>Ordinary</summary> */", "")]
    [InlineData("/**/", "")]
    [InlineData("/***/", "")]
    [InlineData("", "")]
    [InlineData("/// <summary>First.</summary>\n// A comment between.", "First.")]
    [InlineData("/// <summary>First.</summary>\n// A comment between.\n/// <summary>Last.</summary>", "Last.")]
    [InlineData("/// <summary>First.</summary>\n/* Between. */\n/** <summary>Last.</summary> */\n// Behind.", "Last.")]
    [InlineData("/// <summary>First.</summary>\n#region R\n#endregion\n/// <summary>Last.</summary>", "Last.")]
    [InlineData("/// <summary>First.</summary>\n#if NEVER\n    void Gone();\n#endif\n/// <summary>Last.</summary>", "Last.")]
    [InlineData("/// <summary>One\n\n/// comment.</summary>", "One comment.")]
    [InlineData("#region R\n#endregion\n/// <summary>After a directive.</summary>", "After a directive.")]
    [InlineData("/// <summary>Above an attribute.</summary>\n[System.Obsolete]", "Above an attribute.")]
    public void A_summary_is_plain_text(string comment, string expected)
    {
        Assert.Equal(expected, Read(comment, DocumentationMode.Diagnose).Summary);
        Assert.Equal(expected, Read(comment, DocumentationMode.None).Summary);
    }

    [Theory]
    [InlineData("/// <param name=\"city\">The city.</param>", "The city.")]
    [InlineData("/// <summary>S</summary>\n/// <param name='city'>\n/// The\n/// city.\n/// </param>", "The city.")]
    [InlineData("/// <param name=\"city\">First.</param>\n/// <param name=\"city\">Second.</param>", "First.")]
    [InlineData("/// <param name=\"other\">Other.</param>", "")]
    [InlineData("/// <param>Nameless.</param>", "")]
    [InlineData("/// <summary><param name=\"city\">Nested.</param></summary>", "")]
    public void A_parameter_has_its_own_text(string comment, string expected)
    {
        Assert.Equal(expected, Read(comment, DocumentationMode.Diagnose).Parameter("city"));
        Assert.Equal(expected, Read(comment, DocumentationMode.None).Parameter("city"));
    }

    [Theory]
    [InlineData("/// <summary>Called <see cref=\"int\"/>.</summary>")]
    [InlineData("/// <summary>Made by <see cref=\"Holder()\"/> and <see cref=\"Holder.Holder()\"/>.</summary>")]
    [InlineData("/// <summary>At <see cref=\"this[int]\"/>.</summary>")]
    [InlineData("/// <summary>From <see cref=\"global::System.Uri\"/>.</summary>")]
    [InlineData("/// <summary>By <see cref=\"operator +(Holder, Holder)\"/>.</summary>")]
    [InlineData("/// <summary>A <see cref=\"T:System.Uri\"/>.</summary>")]
    [InlineData("/// <summary>A <see cref=\"System.Collections.Generic.Dictionary{System.String, System.Int32}\"/>.</summary>")]
    [InlineData("/// <summary>A <see cref=\"int[]\"/>.</summary>")]
    [InlineData("/// <summary>A <see cref=\"@class\"/>.</summary>")]
    public void A_reference_reads_the_same_in_every_build(string comment)
    {
        string parsed = Read(comment, DocumentationMode.Diagnose).Summary;

        Assert.Equal(parsed, Read(comment, DocumentationMode.Parse).Summary);
        Assert.Equal(parsed, Read(comment, DocumentationMode.None).Summary);
        Assert.DoesNotContain(parsed, static character => character is '`' or '{' or '}' or '#' or '(' or ':' or '@');
        Assert.DoesNotContain("  ", parsed, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", parsed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DocumentationMode.Diagnose)]
    [InlineData(DocumentationMode.None)]
    public void The_parts_of_a_partial_method_are_read_together(DocumentationMode mode)
    {
        TestProject project = TestProject.Of("""
            public partial class Holder
            {
                /// <summary>Declared.</summary>
                /// <param name="city">The city.</param>
                static partial void Call(string city, int days);

                /// <param name="days">How long.</param>
                static partial void Call(string city, int days) { }
            }
            """) with { DocumentationMode = mode };
        ISymbol method = project.Compile().GetTypeByMetadataName("Holder")!.GetMembers("Call").Single();
        DocComment comment = DocCommentParser.Parse(method, CancellationToken.None);

        Assert.Equal(("Declared.", "The city.", "How long."), (comment.Summary, comment.Parameter("city"), comment.Parameter("days")));
    }

    [Theory]
    [InlineData(DocumentationMode.Diagnose)]
    [InlineData(DocumentationMode.None)]
    public void A_comment_may_begin_behind_what_stands_before(DocumentationMode mode)
    {
        TestProject project = TestProject.Of("""
            public class Holder { /// <summary>Behind a brace.</summary>
                void First() { } /// <summary>Behind a method.</summary>
                void Second() { } // Not of the third.
                void Third() { }
            }

            public enum Choice { One, /// <summary>Behind a comma.</summary>
                Two }
            """) with { DocumentationMode = mode };
        Compilation compilation = project.Compile();

        Assert.Equal(
            ["Behind a brace.", "Behind a method.", "", "", "Behind a comma."],
            new[] { "Holder.First", "Holder.Second", "Holder.Third", "Choice.One", "Choice.Two" }
                .Select(static name => name.Split('.'))
                .Select(name => DocCommentParser.Parse(compilation.GetTypeByMetadataName(name[0])!.GetMembers(name[1]).Single(), CancellationToken.None).Summary));
    }

    [Theory]
    [InlineData("<inheritdoc cref=\"Other(int)\"/>", "Takes a number.")]
    [InlineData("<inheritdoc cref=\"Other(string, int)\"/>", "Takes both.")]
    [InlineData("<inheritdoc cref=\"Holder.Other(int)\"/>", "Takes a number.")]
    [InlineData("<inheritdoc cref=\"Elsewhere.Box{T}\"/>", "Holds a thing.")]
    [InlineData("<inheritdoc cref=\"Box{T}.Open(T)\"/>", "Opens it.")]
    [InlineData("<inheritdoc cref=\"global::Elsewhere.Box{T}.Box(int)\"/>", "Makes it.")]
    [InlineData("<inheritdoc cref=\"M:Elsewhere.Box`1.Open(`0)\"/>", "Opens it.")]
    [InlineData("<summary><inheritdoc cref=\"Other(int)\"/></summary>", "Takes a number.")]
    [InlineData("<inheritdoc cref=\"Missing\"/>", "")]
    [InlineData("<inheritdoc cref=\"Call\"/>", "Of the base.")]
    [InlineData("<inheritdoc cref=\"Back\"/>", "")]
    [InlineData("<inheritdoc/>", "Of the base.")]
    public void What_is_inherited_is_what_the_comment_names(string comment, string expected)
    {
        foreach (DocumentationMode mode in new[] { DocumentationMode.Diagnose, DocumentationMode.None })
        {
            TestProject project = TestProject.Of($$"""
                using Elsewhere;

                namespace Elsewhere
                {
                    /// <summary>Holds a thing.</summary>
                    public class Box<T>
                    {
                        /// <summary>Makes it.</summary>
                        public Box(int size) { }

                        /// <summary>Opens it.</summary>
                        public void Open(T thing) { }
                    }
                }

                public class Base
                {
                    /// <summary>Of the base.</summary>
                    public virtual void Call() { }
                }

                public class Holder : Base
                {
                    /// <summary>Takes a number.</summary>
                    public void Other(int number) { }

                    /// <summary>Takes both.</summary>
                    public void Other(string text, int number) { }

                    /// <inheritdoc cref="Call"/>
                    public void Back() { }

                    /// {{comment}}
                    public override void Call() { }
                }
                """) with { DocumentationMode = mode };
            ISymbol method = project.Compile().GetTypeByMetadataName("Holder")!.GetMembers("Call").Single();

            Assert.Equal(expected, DocCommentParser.Parse(method, CancellationToken.None).Summary);
        }
    }

    [Fact]
    public void A_symbol_of_a_library_is_read_from_the_file_beside_it()
    {
        DocComment comment = DocCommentParser.Parse(WithXml("""
            <member name="M:Holder.Call(System.String,System.Int32)"><summary>Like <see cref="M:Holder.#ctor"/>, in <see cref="T:System.Collections.Generic.List`1"/>.</summary><param name="city">The city.</param></member>
            """), CancellationToken.None);

        Assert.Equal(("Like Holder, in List.", "The city."), (comment.Summary, comment.Parameter("city")));
    }

    [Theory]
    [InlineData(DocumentationMode.Diagnose)]
    [InlineData(DocumentationMode.None)]
    public void A_description_attribute_stands_in_where_there_is_no_summary(DocumentationMode mode)
    {
        IMethodSymbol method = Method("[System.ComponentModel.Description(\"Said by the attribute\")]", mode);

        Assert.Equal("Said by the attribute", DocCommentParser.Describe(method, CancellationToken.None));
    }

    private static ISymbol WithXml(string xml)
    {
        using var library = new MemoryStream();
        Assert.True(CSharpCompilation.Create(
            "Library",
            [CSharpSyntaxTree.ParseText("public class Holder { public void Call(string city, int days) { } }")],
            TestFramework.Net100.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(library).Success);
        MetadataReference reference = MetadataReference.CreateFromImage(library.ToArray(), documentation: new Documentation(xml));
        return (TestProject.Of("") with { References = [reference] }).Compile().GetTypeByMetadataName("Holder")!.GetMembers("Call").Single();
    }

    private static DocComment Read(string comment, DocumentationMode mode) => DocCommentParser.Parse(Method(comment, mode), CancellationToken.None);

    private static IMethodSymbol Method(string comment, DocumentationMode mode)
    {
        TestProject project = TestProject.Of($$"""
            public class @class;

            public class Holder
            {
                public int this[int index] => index;

                public static Holder operator +(Holder left, Holder right) => left;

            {{comment}}
                public static void Call(string city, int days) { }
            }
            """) with { DocumentationMode = mode };
        return (IMethodSymbol)project.Compile().GetTypeByMetadataName("Holder")!.GetMembers("Call").Single();
    }

    private sealed class Documentation(string xml) : DocumentationProvider
    {
        public override bool Equals(object? obj) => ReferenceEquals(this, obj);

        public override int GetHashCode() => 0;

        protected override string? GetDocumentationForSymbol(string documentationMemberID, System.Globalization.CultureInfo preferredCulture, CancellationToken cancellationToken = default) => xml;
    }
}
