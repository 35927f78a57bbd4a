using System.Text;
using System.Text.Json;

namespace Mimo.Wire;

/// <summary>Gathers the pieces of one tool call. Argument bytes are kept as they come; only their JSON string escapes are undone.</summary>
internal sealed class ToolCallBuilder(int wireIndex)
{
    private byte[] _arguments = [];
    private int _length;
    private char _pendingSurrogate;
    private MimoToolCall? _built;
    private StringBuilder? _heldBack;

    /// <summary>The index by which the wire's later pieces name the call; not always its position in the turn.</summary>
    public readonly int WireIndex = wireIndex;

    public string? Id;

    public string? Name;

    /// <summary>Whether a <see cref="MimoToolCallStartedUpdate"/> told of it.</summary>
    public bool IsAnnounced;

    /// <summary>Whether a <see cref="MimoToolCallCompletedUpdate"/> told of it.</summary>
    public bool IsCompleted;

    /// <summary>The arguments to take if no pieces come: the Anthropic format may give them with the call itself.</summary>
    public byte[] InitialArguments { get; init; } = [];

    /// <summary>Whether a piece of its arguments has come.</summary>
    public bool HasArguments => _length > 0;

    /// <summary>The arguments as they came with the call itself, where no pieces came; else empty.</summary>
    public ReadOnlySpan<byte> UntoldArguments => _length == 0 ? InitialArguments : default;

    /// <summary>Keeps a piece of argument text that nobody may be told of before the call itself.</summary>
    public void HoldBack(string arguments) => (_heldBack ??= new StringBuilder()).Append(arguments);

    /// <summary>Gives what was held back; null for nothing.</summary>
    public string? TakeHeldBack()
    {
        string? arguments = _heldBack?.ToString();
        _heldBack = null;
        return arguments;
    }

    /// <summary>Takes a piece of argument text from the JSON string the reader stands on.</summary>
    public void AppendString(in Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped && _pendingSurrogate == '\0')
        {
            AppendRaw(reader.ValueSpan);
            return;
        }

        AppendChars(JsonText.ReadString(reader));
    }

    /// <summary>Takes bytes that are argument text as they stand.</summary>
    public void AppendRaw(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Reserve(bytes.Length));

    /// <summary>Makes the call; the same object each time, unless more pieces came in between.</summary>
    /// <param name="responseId">The id of the answer, out of which a missing call id is made.</param>
    /// <param name="position">The position of the call in its turn.</param>
    public MimoToolCall Build(string responseId, int position) => _built ??= Create(responseId, position);

    /// <summary>The id of the call. Without one no result could name it, so one is made up that stays the same however often it is read.</summary>
    public string IdOrMadeUp(string responseId, int position) => string.IsNullOrEmpty(Id) ? MakeUpId(responseId, position) : Id;

    private static string MakeUpId(string responseId, int position) => $"call_{responseId}_{position}";

    private MimoToolCall Create(string responseId, int position)
    {
        if (_pendingSurrogate != '\0')
        {
            _pendingSurrogate = '\0';
            AppendRaw("\uFFFD"u8);
        }

        byte[] arguments = _length == 0 ? InitialArguments : _length == _arguments.Length ? _arguments : _arguments[.._length];

        return new MimoToolCall(IdOrMadeUp(responseId, position), Name ?? string.Empty, arguments);
    }

    private void AppendChars(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        if (_pendingSurrogate != '\0')
        {
            AppendChars(JoinPair(text));
            return;
        }

        if (char.IsHighSurrogate(text[^1]))
        {
            _pendingSurrogate = text[^1];
            text = text[..^1];
        }

        Encoding.UTF8.GetBytes(text, Reserve(Encoding.UTF8.GetByteCount(text)));
    }

    /// <summary>Puts a pair that the stream cut in two together again.</summary>
    private string JoinPair(ReadOnlySpan<char> text)
    {
        string joined = string.Concat(new ReadOnlySpan<char>(in _pendingSurrogate), text);
        _pendingSurrogate = '\0';
        return joined;
    }

    private Span<byte> Reserve(int count)
    {
        if (_arguments.Length - _length < count)
        {
            Array.Resize(ref _arguments, _length == 0 ? count : Math.Max(_arguments.Length * 2, _length + count));
        }

        _built = null;
        Span<byte> reserved = _arguments.AsSpan(_length, count);
        _length += count;
        return reserved;
    }
}
