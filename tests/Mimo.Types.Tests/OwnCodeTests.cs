using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mimo.Types.Tests;

/// <summary>Types that judge their values themselves: what they throw is a problem at its place, and never the reader's failure.</summary>
public sealed partial class OwnCodeTests
{
    [Theory]
    [InlineData("address", """{"value":{"text":"x"}}""", "$.value: expected a valid Address, but it can't be made of these values")]
    [InlineData("addresses", """{"value":[{"text":"a@b"},{"text":"x"},{"text":"y"}]}""", "$.value[1]: expected a valid Address, but it can't be made of these values", "$.value[2]: expected a valid Address, but it can't be made of these values")]
    [InlineData("addresses", """{"value":"[{\"text\":\"x\"}]"}""", "$.value[0]: expected a valid Address, but it can't be made of these values")]
    [InlineData("checked", """{"value":{"count":-1,"name":"a","inner":{"count":1,"name":""}}}""", "$.value.inner: expected a valid Checked, but it can't be made of these values")]
    [InlineData("checked", """{"value":{"count":-1,"name":"a"}}""", "$.value: expected a valid Checked, but it can't be made of these values")]
    [InlineData("period", """{"value":{"from":"2026-03-21","to":"2026-03-20"}}""", "$.value: the period ends before it begins")]
    [InlineData("evens", """{"value":[2,3]}""", "$.value: expected a valid Evens, but it can't be made of these values")]
    [InlineData("lowercase", """{"value":{"a":1,"B":2}}""", "$.value: expected a valid LowercaseDictionary, but it can't be made of these values")]
    [InlineData("derived", """{"value":{"name":"","size":1}}""", "$.value: expected a valid Derived, but it can't be made of these values")]
    [InlineData("guarded", """{"value":{"text":""}}""", "$.value: expected a valid Guarded, but it can't be made of these values")]
    [InlineData("version", """{"value":{"major":-1,"minor":2}}""", "$.value: expected a valid Release, but it can't be made of these values")]
    [InlineData("percent", """{"value":{"value":101}}""", "$.value: expected a valid Percent, but it can't be made of these values")]
    [InlineData("contact", """{"value":{"text":"x"}}""", "$.value: expected a valid Contact, but it can't be made of these values")]
    [InlineData("converted", """{"value":"none"}""", "$.value: expected a valid Converted, but it can't be made of these values")]
    public async Task What_a_type_refuses_is_told_to_the_model_and_kept_for_logs(string tool, string arguments, params string[] problems)
    {
        MimoToolResult result = await Tools.Named(tool).CallAsync(arguments);

        Assert.True(result.IsError, result.Content);
        Assert.Equal(problems, result.Content.Split('\n').Skip(1).Select(static line => line[2..]));
        Assert.DoesNotContain(SecretException.Secret, result.Content, StringComparison.Ordinal);
        Assert.NotNull(result.Exception);
    }

    [Fact]
    public async Task A_type_that_never_meets_bad_values_is_not_asked()
    {
        MimoToolResult result = await Tools.Named("address").CallAsync("""{"value":{"text":5}}""");

        Assert.Null(result.Exception);
        Assert.Contains("$.value.text: expected a string", result.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("address", """{"text":"a@b"}""")]
    [InlineData("checked", """{"count":1,"name":"a","inner":null}""")]
    [InlineData("period", """{"from":"2026-03-20","to":"2026-03-21"}""")]
    [InlineData("evens", "[2,4]")]
    [InlineData("lowercase", """{"a":1,"b":2}""")]
    [InlineData("derived", """{"name":"a","size":1}""")]
    [InlineData("percent", """{"value":100}""")]
    [InlineData("contact", """{"text":"a@b"}""")]
    public async Task What_a_type_takes_goes_through(string tool, string value) =>
        Assert.Equal(value, await Tools.Named(tool).AnswerAsync($$"""{"value":{{value}}}"""));

    [MimoTool("address")]
    internal static Address EchoAddress(Address value) => value;

    [MimoTool("addresses")]
    internal static List<Address> EchoAddresses(List<Address> value) => value;

    [MimoTool("checked")]
    internal static Checked EchoChecked(Checked value) => value;

    [MimoTool("period")]
    internal static Period EchoPeriod(Period value) => value;

    [MimoTool("evens")]
    internal static Evens EchoEvens(Evens value) => value;

    [MimoTool("lowercase")]
    internal static LowercaseDictionary EchoLowercase(LowercaseDictionary value) => value;

    [MimoTool("derived")]
    internal static Derived EchoDerived(Derived value) => value;

    [MimoTool("guarded")]
    internal static string EchoGuarded(Guarded value) => value.Text;

    [MimoTool("version")]
    internal static string EchoRelease(Release value) => value.Version.ToString();

    [MimoTool("percent")]
    internal static Percent EchoPercent(Percent value) => value;

    [MimoTool("contact")]
    internal static Contact EchoContact(Contact value) => value;

    [MimoTool("converted")]
    internal static string EchoConverted(Converted value) => value.Text;

    public sealed class SecretException() : Exception(Secret)
    {
        public const string Secret = "connection string";
    }

    /// <summary>Judges in the constructor's body.</summary>
    public sealed record Address
    {
        public Address(string text)
        {
            if (!text.Contains('@', StringComparison.Ordinal))
            {
                throw new ArgumentException(SecretException.Secret, nameof(text));
            }

            Text = text;
        }

        public string Text { get; }
    }

    /// <summary>Judges in setters.</summary>
    public sealed class Checked
    {
        private readonly string _name = "none";

        public int Count
        {
            get;
            set => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), SecretException.Secret);
        }

        public string Name
        {
            get => _name;
            init => _name = value.Length > 0 ? value : throw new SecretException();
        }

        public Checked? Inner { get; set; }
    }

    /// <summary>Speaks to the model.</summary>
    public sealed record Period
    {
        public Period(DateOnly from, DateOnly to)
        {
            From = from;
            To = to >= from ? to : throw new MimoToolException("the period ends before it begins");
        }

        public DateOnly From { get; }

        public DateOnly To { get; }
    }

    /// <summary>Judges what is added.</summary>
    public sealed class Evens : System.Collections.ObjectModel.Collection<int>
    {
        protected override void InsertItem(int index, int item) => base.InsertItem(index, item % 2 == 0 ? item : throw new SecretException());
    }

    public sealed class LowercaseDictionary : System.Collections.IEnumerable, IDictionary<string, int>
    {
        private readonly Dictionary<string, int> _entries = [];

        public ICollection<string> Keys => _entries.Keys;

        public ICollection<int> Values => _entries.Values;

        public int Count => _entries.Count;

        public bool IsReadOnly => false;

        public int this[string key]
        {
            get => _entries[key];
            set => _entries[char.IsLower(key[0]) ? key : throw new SecretException()] = value;
        }

        public void Add(string key, int value) => this[key] = value;

        public void Add(KeyValuePair<string, int> item) => this[item.Key] = item.Value;

        public bool ContainsKey(string key) => _entries.ContainsKey(key);

        public bool Contains(KeyValuePair<string, int> item) => _entries.Contains(item);

        public bool Remove(string key) => _entries.Remove(key);

        public bool Remove(KeyValuePair<string, int> item) => _entries.Remove(item.Key);

        public bool TryGetValue(string key, out int value) => _entries.TryGetValue(key, out value);

        public void Clear() => _entries.Clear();

        public void CopyTo(KeyValuePair<string, int>[] array, int arrayIndex) => throw new NotSupportedException();

        public IEnumerator<KeyValuePair<string, int>> GetEnumerator() => _entries.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    /// <summary>Judges in its base's constructor.</summary>
    public sealed record Derived(string Name, int Size) : Named(Name);

    public record Named
    {
        public Named(string name) => Name = name.Length > 0 ? name : throw new SecretException();

        public string Name { get; }
    }

    /// <summary>Judges in an initializer.</summary>
    public sealed record Guarded(string Text)
    {
        public string Text { get; } = Text.Length > 0 ? Text : throw new SecretException();
    }

    /// <summary>Judges in a call on the way.</summary>
    public sealed class Release(int major, int minor)
    {
        public int Major => Version.Major;

        public int Minor => Version.Minor;

        internal Version Version { get; } = new(major, minor);
    }

    /// <summary>Judges in a setter that only its constructor calls.</summary>
    public sealed class Percent
    {
        private readonly int _least;
        private int _value;

        public Percent(int value)
        {
            _least = 0;
            Value = value;
        }

        public int Value
        {
            get => _value;
            private set => _value = value >= _least && value <= 100 ? value : throw new SecretException();
        }
    }

    /// <summary>Judges in a conversion on the way.</summary>
    public sealed class Contact
    {
        private readonly Mail _mail;

        public Contact(string text) => _mail = text;

        public string Text => _mail.Text;
    }

    public sealed record Mail(string Text)
    {
        public static implicit operator Mail(string text) => text.Contains('@', StringComparison.Ordinal) ? new(text) : throw new SecretException();
    }

    [JsonConverter(typeof(Converter))]
    public sealed record Converted(string Text);

    public sealed class Converter : JsonConverter<Converted>
    {
        private static readonly Dictionary<string, Converted> Known = new() { ["one"] = new("1") };

        public override Converted Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Known[reader.GetString()!];

        public override void Write(Utf8JsonWriter writer, Converted value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
    }
}
