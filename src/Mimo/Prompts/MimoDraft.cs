namespace Mimo;

/// <summary>A snapshot of an object that is still being written; see <see cref="MimoDraft{T}"/>. Immutable.</summary>
public abstract record MimoDraft
{
    private bool _isFinished;

    private protected MimoDraft()
    {
    }

    /// <summary>Whether the last byte of the object has come. Its members may still turn out not to fit: only the whole answer is validated.</summary>
    public bool IsFinished
    {
        get => _isFinished;
        init => _isFinished = value;
    }

    /// <summary>For a draft that nobody else has yet.</summary>
    internal void Finish() => _isFinished = true;
}

/// <summary>A snapshot of an answer that is still being written. The generator adds one to each <see cref="MimoOutputAttribute"/> type. Immutable.</summary>
/// <typeparam name="T">The type of the whole answer.</typeparam>
public abstract record MimoDraft<T> : MimoDraft
    where T : class
{
    private T? _value;

    /// <summary>
    /// The whole answer, read and validated as <c>Task&lt;T&gt;</c> would give it; null until it is there. The last draft of a stream
    /// has it. A draft inside another has none of its own: it is part of the whole.
    /// </summary>
    public T? Value
    {
        get => _value;
        init => _value = value;
    }

    /// <summary>For a draft that nobody else has yet.</summary>
    internal void Finish(T value)
    {
        Finish();
        _value = value;
    }
}
