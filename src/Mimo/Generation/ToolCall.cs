using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Mimo.Wire;

namespace Mimo.Generation;

/// <summary>
/// One call of a tool, as generated code sees it. It asks for the arguments by name, in the order of the method's parameters, which is
/// the order of the schema and so the one in which models write them: then each stands where it is looked for, and the text is
/// read once, from front to back. If anything else stands there (another order, a name twice, a name that nobody knows), the
/// handler runs a second time with a list of where each argument is.
/// </summary>
/// <remarks>All problems are recorded, none is thrown. Of arguments with the same name the last one counts.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct ToolCall
{
    /// <summary>Stands on the value of the argument that was found last.</summary>
    [SuppressMessage("Design", "CA1051", Justification = "Generated readers take it by reference.")]
    public ModelJsonReader Reader;

    private MimoToolContext? _context;
    private CancellationToken _cancellationToken;
    private ReadOnlySpan<byte> _text;
    private bool _isObject;
    private JsonScope _scope;
    private List<ArgumentPlace>? _places;
    private bool _isOnValue;
    private bool _startsOver;

    /// <summary>What surrounds the call.</summary>
    public readonly MimoToolContext Context => _context ?? MimoToolContext.Empty;

    /// <summary>Cancels the call.</summary>
    public readonly CancellationToken CancellationToken => _cancellationToken;

    /// <summary>Moves to an argument that may be left out.</summary>
    /// <param name="name">Its name on the wire.</param>
    /// <returns>False if it is absent, or null, which means the same.</returns>
    public bool Find(ReadOnlySpan<byte> name) => MoveTo(name) && !Reader.IsNull;

    /// <summary>Moves to an argument that must be there.</summary>
    /// <param name="name">Its name on the wire.</param>
    /// <param name="expected">What its value should be, in words for the model.</param>
    /// <returns>False if it is absent; the problem is recorded.</returns>
    public bool Require(ReadOnlySpan<byte> name, string expected)
    {
        if (MoveTo(name))
        {
            return true;
        }

        if (_isObject && Reader.IsAtName)
        {
            // Another name stands here, and this one may follow: that turns out when the arguments are listed.
            _startsOver = true;
        }
        else if (_isObject)
        {
            // What is missing is in none of the arguments that were found.
            _scope.Member = default;
            Reader.RejectMissing(System.Text.Encoding.UTF8.GetString(name), expected);
        }

        return false;
    }

    /// <summary>Whether the arguments can be used: all have been asked for, and nothing is wrong with any.</summary>
    public bool Completes()
    {
        if (Reader.HasProblems)
        {
            Reader.LocateInMember(ref _scope);
        }

        bool isAtEnd = _isOnValue && !_startsOver && Reader.IsBeforeLastBrace(_text);
        if (_places is null && _isObject && !isAtEnd)
        {
            _startsOver |= _isOnValue ? Reader.MoveToName() : Reader.IsAtName;
            if (_startsOver)
            {
                return false;
            }

            Reader.End(_text.Length);
        }

        return !Reader.HasProblems;
    }

    /// <summary>What to answer when the arguments can't be used; null if they have yet to be found.</summary>
    public readonly MimoToolResult? Refuse() => _startsOver ? null : MimoToolResult.FromError(
        "The arguments don't fit, so the tool did not run. Correct them and call it again:\n" + Reader.DescribeProblems(),
        Reader.FindException());

    /// <inheritdoc cref="Refuse"/>
    public readonly ValueTask<MimoToolResult> RefuseAsync() => new(Refuse()!);

    /// <summary>Runs a handler, a second time if the arguments don't stand in the order in which it asks for them.</summary>
    // Not inlined: a call is large, and is cleared once if it stands at a method's beginning, twice where it stands within a block.
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static MimoToolResult? Run(ToolCallHandler handler, ReadOnlySpan<byte> argumentsUtf8, MimoToolContext? context, CancellationToken cancellationToken)
    {
        ToolCall call = default;
        call.Start(argumentsUtf8, context, cancellationToken);
        MimoToolResult? result = handler(ref call);
        return call.StartsOver() ? handler(ref call) : result;
    }

    /// <inheritdoc cref="Run(ToolCallHandler, ReadOnlySpan{byte}, MimoToolContext?, CancellationToken)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ValueTask<MimoToolResult> Run(AwaitedToolCallHandler handler, ReadOnlySpan<byte> argumentsUtf8, MimoToolContext? context, CancellationToken cancellationToken)
    {
        ToolCall call = default;
        call.Start(argumentsUtf8, context, cancellationToken);
        ValueTask<MimoToolResult> result = handler(ref call);
        return call.StartsOver() ? handler(ref call) : result;
    }

    // Not a constructor, which would clear all that a new variable has cleared already: calls are large.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Start(ReadOnlySpan<byte> argumentsUtf8, MimoToolContext? context, CancellationToken cancellationToken)
    {
        _context = context;
        _cancellationToken = cancellationToken;
        _text = argumentsUtf8 is [(byte)'{', ..] ? argumentsUtf8 : TextOf(argumentsUtf8);
        _isObject = Reader.StartArguments(ref _text);
        _isOnValue = true;
    }

    /// <summary>Whether the handler has to run a second time; if so, it is told where each argument is.</summary>
    private bool StartsOver()
    {
        if (!_startsOver)
        {
            return false;
        }

        ListPlaces();
        return true;
    }

    private bool MoveTo(ReadOnlySpan<byte> name)
    {
        if (Reader.HasProblems)
        {
            Reader.LocateInMember(ref _scope);
        }

        if (_places is not null)
        {
            return MoveToPlace(name);
        }

        // From a value it moves on; on a name that was not the one asked for before, it stays.
        _isOnValue = _isObject && (_isOnValue ? Reader.MoveToValueOf(ref _scope, name) : Reader.IsAtName && Reader.MemberIs(ref _scope, name));
        return _isOnValue;
    }

    private bool MoveToPlace(ReadOnlySpan<byte> name)
    {
        for (int index = _places!.Count - 1; index >= 0; index--)
        {
            ArgumentPlace place = _places[index];
            if (name.SequenceEqual(place.Name))
            {
                Reader = Reader.At(_text.Slice(place.Start, place.Length));
                _scope.Member = name;
                return true;
            }
        }

        return false;
    }

    private void ListPlaces()
    {
        _startsOver = false;
        _scope = default;
        Reader = Reader.Again(_text);
        _places = [];
        Reader.Start();
        while (Reader.MoveToName())
        {
            _places.Add(Reader.TakeMember());
        }

        Reader.End();
        if (Reader.HasProblems)
        {
            // Text that is no JSON has one problem, whatever could be made out before it.
            _places.Clear();
        }
    }

    /// <summary>The text to read; models write nothing at all, or <c>null</c>, where a tool takes no arguments.</summary>
    private static ReadOnlySpan<byte> TextOf(ReadOnlySpan<byte> argumentsUtf8) =>
        IsNothing(argumentsUtf8) ? "{}"u8 : ByteOrderMark.Cut(argumentsUtf8);

    private static bool IsNothing(ReadOnlySpan<byte> argumentsUtf8)
    {
        ReadOnlySpan<byte> text = argumentsUtf8.Trim(" \t\r\n"u8);
        return text.IsEmpty || text.SequenceEqual("null"u8);
    }
}
