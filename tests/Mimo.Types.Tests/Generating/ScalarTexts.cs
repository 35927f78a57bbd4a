using System.Numerics;
using System.Text;
using System.Text.Json;
using CsCheck;
using Mimo.Types.Tests.Judging;

namespace Mimo.Types.Tests.Generating;

/// <summary>Scalars as System.Text.Json writes them: any, and the extremes often.</summary>
internal static class ScalarTexts
{
    private static readonly Dictionary<Type, Func<PCG, object>> Values = new()
    {
        [typeof(bool)] = static pcg => pcg.OneIn(2),
        [typeof(char)] = static pcg => Character(pcg),
        [typeof(string)] = Text,
        [typeof(sbyte)] = static pcg => Integer<sbyte>(pcg, 8),
        [typeof(byte)] = static pcg => Integer<byte>(pcg, 8),
        [typeof(short)] = static pcg => Integer<short>(pcg, 16),
        [typeof(ushort)] = static pcg => Integer<ushort>(pcg, 16),
        [typeof(int)] = static pcg => Integer<int>(pcg, 32),
        [typeof(uint)] = static pcg => Integer<uint>(pcg, 32),
        [typeof(long)] = static pcg => Integer<long>(pcg, 64),
        [typeof(ulong)] = static pcg => Integer<ulong>(pcg, 64),
        [typeof(Int128)] = static pcg => Integer<Int128>(pcg, 128),
        [typeof(UInt128)] = static pcg => Integer<UInt128>(pcg, 128),
        [typeof(BigInteger)] = static pcg => BigInteger.Pow((BigInteger)Integer<Int128>(pcg, 128), 1 + pcg.Below(20)),
        [typeof(Half)] = static pcg => Floating(pcg, BitConverter.UInt16BitsToHalf((ushort)pcg.Next64())),
        [typeof(float)] = static pcg => Floating(pcg, BitConverter.UInt32BitsToSingle((uint)pcg.Next64())),
        [typeof(double)] = static pcg => Floating(pcg, BitConverter.UInt64BitsToDouble(pcg.Next64())),
        [typeof(decimal)] = static pcg => Decimal(pcg),
        [typeof(Guid)] = static pcg => new Guid(BitConverter.GetBytes(new UInt128(pcg.Next64(), pcg.Next64()))),
        [typeof(DateTime)] = static pcg => new DateTime(Ticks(pcg), pcg.Pick(DateTimeKind.Unspecified, DateTimeKind.Utc)),
        [typeof(DateTimeOffset)] = static pcg => Moment(pcg),
        [typeof(DateOnly)] = static pcg => DateOnly.FromDayNumber((int)(Ticks(pcg) / TimeSpan.TicksPerDay)),
        [typeof(TimeOnly)] = static pcg => new TimeOnly(Ticks(pcg) % TimeSpan.TicksPerDay),
        [typeof(TimeSpan)] = static pcg => new TimeSpan(Integer<long>(pcg, 64)),
        [typeof(Uri)] = static pcg => new Uri(pcg.Pick("https://example.com/", "http://user@example.com:8080/a%20b?q=ü&r=#f", "mailto:ada@example.com", "/relative/path", "name", "urn:isbn:1", "file:///etc/hosts", "https://例え.jp/道"), UriKind.RelativeOrAbsolute),
        [typeof(Version)] = static pcg => pcg.Below(3) switch
        {
            0 => new Version(pcg.Below(9), pcg.Below(99)),
            1 => new Version(pcg.Below(9), pcg.Below(99), pcg.Below(999)),
            _ => new Version(int.MaxValue, 0, pcg.Below(9), int.MaxValue),
        },
        [typeof(byte[])] = Bytes,
        [typeof(ReadOnlyMemory<byte>)] = static pcg => new ReadOnlyMemory<byte>(Bytes(pcg)),
        [typeof(Memory<byte>)] = static pcg => new Memory<byte>(Bytes(pcg)),
    };

    public static bool TryWrite(PCG pcg, Type type, out string json)
    {
        if (type.IsEnum)
        {
            Array members = Enum.GetValues(type);
            json = Judge.Write(members.GetValue(pcg.Below(members.Length)), type);
            return true;
        }

        json = "";
        if (!Values.TryGetValue(type, out Func<PCG, object>? value))
        {
            return false;
        }

        json = Judge.Write(value(pcg), type);
        return true;
    }

    public static string Text(PCG pcg)
    {
        int length = pcg.OneIn(200) ? 5000 : pcg.Below(12);
        var text = new StringBuilder();
        switch (pcg.Below(6))
        {
            case 0:
                return pcg.Pick("", " ", "null", "true", "42", "{}", "[1,2]", "{\"value\":1}", "\"quoted\"", "\\", "\u0000", "\u007f\u0085\u2028\u2029\ufeff\uffff", "</script>", "a\"\"\"b", "line\r\nline\ttab");
            case 1:
                Fill(length, () => new Rune(0x10000 + pcg.Below(0x100000)));
                break;
            case 2:
                Fill(length, () => new Rune(pcg.Below(0x20)));
                break;
            case 3:
                Fill(length, () => new Rune(pcg.Below(0xd800)));
                break;
            default:
                Fill(length, () => new Rune(' ' + pcg.Below('~' - ' ' + 1)));
                break;
        }

        return text.ToString();

        void Fill(int count, Func<Rune> next)
        {
            for (int i = 0; i < count; i++)
            {
                text.Append(next().ToString());
            }
        }
    }

    private static char Character(PCG pcg)
    {
        int code = pcg.OneIn(2) ? pcg.Below(0x80) : pcg.Below(0x10000);
        return (char)(code is >= 0xd800 and <= 0xdfff ? '�' : code);
    }

    private static T Integer<T>(PCG pcg, int bits)
        where T : IBinaryInteger<T>, IMinMaxValue<T>
    {
        if (pcg.OneIn(4))
        {
            return pcg.Pick(T.MinValue, T.MaxValue, T.Zero, T.One, T.MaxValue - T.One, T.MinValue + T.One, unchecked(T.Zero - T.One));
        }

        UInt128 number = bits > 64 ? new UInt128(pcg.Bits(bits - 64), pcg.Next64()) : pcg.Bits(bits);
        return pcg.OneIn(2) ? T.CreateTruncating(number) : T.CreateTruncating(~number);
    }

    private static object Floating<T>(PCG pcg, T any)
        where T : IBinaryFloatingPointIeee754<T>, IMinMaxValue<T> =>
        pcg.OneIn(4) || !T.IsFinite(any)
            ? pcg.Pick(T.MinValue, T.MaxValue, T.Zero, T.NegativeZero, T.Epsilon, -T.Epsilon, T.One, T.Pi, T.CreateChecked(0.1))
            : any;

    private static decimal Decimal(PCG pcg) => pcg.OneIn(4)
        ? pcg.Pick(decimal.MinValue, decimal.MaxValue, 0m, 0.00m, 1.10m, -0.0000000000000000000000000001m, 7.9228162514264337593543950335m, 0.1234567890123456789012345678m)
        : new decimal((int)pcg.Next(), (int)pcg.Bits(32), (int)pcg.Bits(32), pcg.OneIn(2), (byte)pcg.Below(29));

    private static long Ticks(PCG pcg) => pcg.Below(8) switch
    {
        0 => 0,
        1 => DateTime.MaxValue.Ticks,
        2 => (long)(pcg.Next64() % (ulong)DateTime.MaxValue.Ticks) / TimeSpan.TicksPerDay * TimeSpan.TicksPerDay,
        3 => (long)(pcg.Next64() % (ulong)DateTime.MaxValue.Ticks) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond,
        _ => (long)(pcg.Next64() % (ulong)DateTime.MaxValue.Ticks),
    };

    private static DateTimeOffset Moment(PCG pcg)
    {
        var offset = TimeSpan.FromMinutes(pcg.OneIn(2) ? 0 : pcg.Below((28 * 60) + 1) - (14 * 60));
        long ticks = Math.Clamp(Ticks(pcg), TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay);
        return pcg.OneIn(8) ? pcg.Pick(DateTimeOffset.MinValue, DateTimeOffset.MaxValue) : new DateTimeOffset(ticks, offset);
    }

    private static byte[] Bytes(PCG pcg)
    {
        var bytes = new byte[pcg.Below(40)];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)pcg.Next();
        }

        return bytes;
    }
}
