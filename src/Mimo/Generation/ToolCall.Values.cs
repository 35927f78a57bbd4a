namespace Mimo.Generation;

/// <content>
/// The kinds of arguments that most tools take, each in one call: a tool is compiled in every project that has it, this once.
/// </content>
public ref partial struct ToolCall
{
    /// <summary>Reads a string that must be there.</summary>
    /// <param name="name">Its name on the wire.</param>
    /// <returns>Null if it is absent or no string; the problem is recorded.</returns>
    public string ReadString(ReadOnlySpan<byte> name) => Require(name, "a string") ? Reader.ReadString() : null!;

    /// <summary>Reads a string that may be left out.</summary>
    /// <param name="name">Its name on the wire.</param>
    /// <param name="absent">What it is if it is absent or null.</param>
    public string? ReadString(ReadOnlySpan<byte> name, string? absent) => Find(name) ? Reader.ReadString() : absent;

    /// <summary>Reads a Boolean that must be there.</summary>
    /// <param name="name">Its name on the wire.</param>
    public bool ReadBoolean(ReadOnlySpan<byte> name) => Require(name, "true or false") ? Reader.ReadBoolean() : default;

    /// <summary>Reads a Boolean that may be left out.</summary>
    /// <param name="name">Its name on the wire.</param>
    /// <param name="absent">What it is if it is absent or null.</param>
    public bool ReadBoolean(ReadOnlySpan<byte> name, bool absent) => Find(name) ? Reader.ReadBoolean() : absent;

    /// <inheritdoc cref="ReadBoolean(ReadOnlySpan{byte}, bool)"/>
    public bool? ReadNullableBoolean(ReadOnlySpan<byte> name, bool? absent) => Find(name) ? Reader.ReadBoolean() : absent;

    /// <summary>Reads a 32-bit integer that must be there.</summary>
    /// <param name="name">Its name on the wire.</param>
    public int ReadInt32(ReadOnlySpan<byte> name) => Require(name, "an integer") ? Reader.ReadInteger<int>() : default;

    /// <summary>Reads a 32-bit integer that may be left out.</summary>
    /// <param name="name">Its name on the wire.</param>
    /// <param name="absent">What it is if it is absent or null.</param>
    public int ReadInt32(ReadOnlySpan<byte> name, int absent) => Find(name) ? Reader.ReadInteger<int>() : absent;

    /// <inheritdoc cref="ReadInt32(ReadOnlySpan{byte}, int)"/>
    public int? ReadNullableInt32(ReadOnlySpan<byte> name, int? absent) => Find(name) ? Reader.ReadInteger<int>() : absent;

    /// <summary>Reads a 64-bit integer that must be there.</summary>
    /// <param name="name">Its name on the wire.</param>
    public long ReadInt64(ReadOnlySpan<byte> name) => Require(name, "an integer") ? Reader.ReadInteger<long>() : default;

    /// <summary>Reads a 64-bit integer that may be left out.</summary>
    /// <param name="name">Its name on the wire.</param>
    /// <param name="absent">What it is if it is absent or null.</param>
    public long ReadInt64(ReadOnlySpan<byte> name, long absent) => Find(name) ? Reader.ReadInteger<long>() : absent;

    /// <inheritdoc cref="ReadInt64(ReadOnlySpan{byte}, long)"/>
    public long? ReadNullableInt64(ReadOnlySpan<byte> name, long? absent) => Find(name) ? Reader.ReadInteger<long>() : absent;

    /// <summary>Reads a number that must be there.</summary>
    /// <param name="name">Its name on the wire.</param>
    public double ReadDouble(ReadOnlySpan<byte> name) => Require(name, "a number") ? Reader.ReadFloatingPoint<double>() : default;

    /// <summary>Reads a number that may be left out.</summary>
    /// <param name="name">Its name on the wire.</param>
    /// <param name="absent">What it is if it is absent or null.</param>
    public double ReadDouble(ReadOnlySpan<byte> name, double absent) => Find(name) ? Reader.ReadFloatingPoint<double>() : absent;

    /// <inheritdoc cref="ReadDouble(ReadOnlySpan{byte}, double)"/>
    public double? ReadNullableDouble(ReadOnlySpan<byte> name, double? absent) => Find(name) ? Reader.ReadFloatingPoint<double>() : absent;
}
