using System.Globalization;
using System.Numerics;
using System.Text;
using CsCheck;
using Mimo.Generation;
using Mimo.Types.Tests.Catalogue;
using Mimo.Types.Tests.Generating;
using Mimo.Types.Tests.Judging;

namespace Mimo.Types.Tests;

/// <summary>Numbers go through digit by digit, as numbers and as text; what does not fit is refused, not rounded.</summary>
public sealed class ExactnessTests
{
    [Theory]
    [InlineData("OfInt64", "9223372036854775807")]
    [InlineData("OfInt64", "-9223372036854775808")]
    [InlineData("OfInt64", "9007199254740993")]
    [InlineData("OfUInt64", "18446744073709551615")]
    [InlineData("OfInt128", "170141183460469231731687303715884105727")]
    [InlineData("OfInt128", "-170141183460469231731687303715884105728")]
    [InlineData("OfUInt128", "340282366920938463463374607431768211455")]
    [InlineData("OfDecimal", "79228162514264337593543950335")]
    [InlineData("OfDecimal", "7.9228162514264337593543950335")]
    [InlineData("OfDecimal", "-0.0000000000000000000000000001")]
    [InlineData("OfDecimal", "1234567890123456789012345678.9")]
    [InlineData("OfDecimal", "1.10")]
    [InlineData("OfBigInteger", "123456789012345678901234567890123456789012345678901234567890")]
    [InlineData("OfDouble", "0.1")]
    [InlineData("OfDouble", "-0")]
    [InlineData("OfSingle", "16777217", "16777216")]
    public void Every_digit_survives(string name, string number, string? written = null)
    {
        EchoCase echo = Cases.Of("ScalarTools." + name);
        Assert.Equal(written ?? number, echo.Call(number).Result.Content);
        Assert.Equal(written ?? number, echo.Call($"\"{number}\"").Result.Content);
    }

    [Theory]
    [InlineData("OfSByte")]
    [InlineData("OfByte")]
    [InlineData("OfInt16")]
    [InlineData("OfUInt16")]
    [InlineData("OfInt32")]
    [InlineData("OfUInt32")]
    [InlineData("OfInt64")]
    [InlineData("OfUInt64")]
    [InlineData("OfInt128")]
    [InlineData("OfUInt128")]
    public void An_integer_one_beyond_its_range_is_refused(string name)
    {
        EchoCase echo = Cases.Of("ScalarTools." + name);
        BigInteger least = Bound("MinValue");
        BigInteger most = Bound("MaxValue");
        Assert.False(echo.Call(Text(least)).Result.IsError);
        Assert.False(echo.Call(Text(most)).Result.IsError);
        foreach (string beyond in new[] { Text(least - 1), Text(most + 1) })
        {
            Assert.Contains($"from {Text(least)} to {Text(most)}", echo.Call(beyond).Result.Content, StringComparison.Ordinal);
            Assert.Contains($"from {Text(least)} to {Text(most)}", echo.Call($"\"{beyond}\"").Result.Content, StringComparison.Ordinal);
        }

        // 128-bit bounds are properties, the others constants.
        BigInteger Bound(string bound) => BigInteger.Parse(
            ((IFormattable)(echo.Type.GetField(bound)?.GetValue(null) ?? echo.Type.GetProperty(bound)!.GetValue(null))!).ToString(null, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("OfDecimal", "79228162514264337593543950336")]
    [InlineData("OfDecimal", "1e29")]
    [InlineData("OfDecimal", "1e-29")]
    [InlineData("OfDecimal", "6e-29")]
    [InlineData("OfDecimal", "1e-99999999999999999999")]
    [InlineData("OfDecimal", "0.12345678901234567890123456789")]
    [InlineData("OfDecimal", "7.92281625142643375935439503351")]
    [InlineData("OfDecimal", "79228162514264337593543950335.1")]
    [InlineData("OfDouble", "1e309")]
    [InlineData("OfSingle", "3.5e38")]
    [InlineData("OfHalf", "65520")]
    [InlineData("OfInt32", "0.5")]
    [InlineData("OfInt64", "1e-1")]
    public void A_number_that_does_not_fit_is_refused(string name, string number)
    {
        Assert.True(Cases.Of("ScalarTools." + name).Call(number).Result.IsError);
        Assert.True(Cases.Of("ScalarTools." + name).Call($"\"{number}\"").Result.IsError);
    }

    /// <summary>The parsers of .NET overlook it.</summary>
    [Theory]
    [InlineData("ScalarTools.OfInt32", "\"5\\u0000\"")]
    [InlineData("ScalarTools.OfUInt64", "\"5\\u0000 \"")]
    [InlineData("ScalarTools.OfInt128", "\"5\\u0000\\u0000\"")]
    [InlineData("ScalarTools.OfBigInteger", "\"5\\u0000\"")]
    [InlineData("ScalarTools.OfHalf", "\"5\\u0000\"")]
    [InlineData("ScalarTools.OfDouble", "\"5e0\\u0000\"")]
    [InlineData("ScalarTools.OfDecimal", "\"5\\u0000\"")]
    [InlineData("ScalarTools.OfBoolean", "\"true\\u0000\"")]
    [InlineData("ScalarTools.OfBoolean", "\"\\u0000true\"")]
    [InlineData("ScalarTools.OfVersion", "\"1.2\\u0000\"")]
    [InlineData("ScalarTools.OfTimeOnly", "\"14:30\\u0000\"")]
    [InlineData("DictionaryTools.OfInt32Keys", "{\"5\\u0000\":\"a\"}")]
    [InlineData("DictionaryTools.OfUInt128Keys", "{\"5\\u0000\":\"a\"}")]
    public void A_NUL_is_no_part_of_a_number(string name, string json) => Assert.True(Cases.Of(name).Call(json).Result.IsError);

    /// <summary>Decimals that are written in any way are taken exactly if that can be done, and refused if not; integers of any size are the judge.</summary>
    [Fact]
    public void A_decimal_is_read_exactly_or_refused()
    {
        int taken = 0;
        int refused = 0;
        new TextGen(DecimalText).Each(
            text =>
            {
                decimal? exact = Exactly(text);
                foreach (string json in new[] { text, $"\" {text}\"" })
                {
                    var reader = new ModelJsonReader(Encoding.UTF8.GetBytes(json));
                    reader.Start();
                    decimal value = reader.ReadDecimal();
                    Assert.Equal(exact is null, reader.HasProblems);
                    Assert.Equal(exact ?? 0, value);
                }

                _ = exact is null ? refused++ : taken++;
            },
            samples: 20_000);
        Assert.InRange(taken, 5000, 15_000);
        Assert.InRange(refused, 5000, 15_000);
    }

    private static string DecimalText(PCG pcg)
    {
        string digits = string.Concat(Enumerable.Range(0, 1 + pcg.Below(34)).Select(_ => pcg.OneIn(3) ? '0' : (char)('0' + pcg.Below(10)))).TrimStart('0');
        digits = digits.Length > 0 ? digits : "0";
        string fraction = pcg.OneIn(3) ? "" : "." + pcg.Pick("", digits) + string.Concat(Enumerable.Range(0, 1 + pcg.Below(16)).Select(_ => (char)('0' + pcg.Below(10) * pcg.Below(2))));
        string exponent = pcg.OneIn(2) ? "" : pcg.Pick("e", "E") + pcg.Pick("", "-", "+") + pcg.Below(32).ToString(CultureInfo.InvariantCulture);
        return (pcg.OneIn(2) ? "-" : "") + (pcg.OneIn(4) ? "0" : digits) + fraction + exponent;
    }

    /// <summary>The decimal of a text, or null if none is the same number.</summary>
    private static decimal? Exactly(string text)
    {
        string[] parts = text.ToUpperInvariant().Split('E');
        string[] halves = [.. parts[0].Split('.'), ""];
        var digits = BigInteger.Parse(halves[0] + halves[1], CultureInfo.InvariantCulture);
        int scale = halves[1].Length - (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
        while (scale > 0 && digits % 10 == 0)
        {
            digits /= 10;
            scale--;
        }

        digits *= BigInteger.Pow(10, Math.Max(0, -scale));
        BigInteger size = BigInteger.Abs(digits);
        return scale > 28 || size >= BigInteger.One << 96 ? null
            : new decimal((int)(uint)(size & uint.MaxValue), (int)(uint)((size >> 32) & uint.MaxValue), (int)(uint)(size >> 64), digits.Sign < 0, (byte)Math.Max(0, scale));
    }

    [Theory]
    [InlineData("1.0", "1")]
    [InlineData("1e3", "1000")]
    [InlineData("12.50e2", "1250")]
    [InlineData("-0", "0")]
    public void An_integer_in_other_words_is_an_integer(string number, string written)
    {
        foreach (string name in new[] { "OfInt32", "OfUInt64", "OfInt128", "OfBigInteger" })
        {
            Assert.Equal(written, Cases.Of("ScalarTools." + name).Call(number).Result.Content);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(60)]
    public void Nesting_survives(int depth)
    {
        var json = new StringBuilder("null");
        for (int level = 0; level < depth; level++)
        {
            json.Insert(0, "{\"value\":" + level.ToString(CultureInfo.InvariantCulture) + ",\"next\":").Append('}');
        }

        EchoCase echo = Cases.Of("ObjectTools.OfNullableChain");
        Assert.Equal(json.ToString(), echo.Call(json.ToString()).Result.Content);
    }

    private static string Text(BigInteger number) => number.ToString(CultureInfo.InvariantCulture);
}
