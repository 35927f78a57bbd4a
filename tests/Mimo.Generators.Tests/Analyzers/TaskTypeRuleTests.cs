using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

/// <summary>Types that async methods may return beside those of .NET: nobody waits for them, and they are no data.</summary>
public class TaskTypeRuleTests
{
    [Theory]
    [InlineData("static {|MIMO004:Later<int>|} A() => throw null!;")]
    [InlineData("static {|MIMO004:Later|} A() => throw null!;")]
    [InlineData("static async {|MIMO004:Later|} A() => await Task.Yield();")]
    [InlineData("static Task<{|MIMO004:Later<int>|}> A() => throw null!;")]
    [InlineData("static List<{|MIMO004:Later<int>|}> A() => throw null!;")]
    [InlineData("static {|MIMO004:Sooner|} A() => throw null!;")]
    [InlineData("static {|MIMO004:Order|} A() => throw null!;")]
    [InlineData("static void A({|MIMO004:Later<int>|} total) { }")]
    [InlineData("static void A({|MIMO004:ILater|} total) { }")]
    [InlineData("static void A({|MIMO004:Order|} order) { }")]
    [InlineData("[AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))] static async ValueTask<int> A() { await Task.Yield(); return 1; }")]
    [InlineData("static async Task<int> A() => await new Later<int>();")]
    public Task Only_tasks_of_dotnet_are_waited_for(string method) => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>($$"""
        using System.Collections.Generic;
        using System.Runtime.CompilerServices;
        using System.Threading.Tasks;
        using Mimo;

        partial class Holder
        {
            [MimoTool] {{method}}
        }

        public record Order(Later<int> Total);

        [AsyncMethodBuilder(typeof(AsyncValueTaskMethodBuilder<>))]
        public class Later<T>
        {
            public T Value { get; set; } = default!;

            public ValueTaskAwaiter<T> GetAwaiter() => new ValueTask<T>(Value).GetAwaiter();
        }

        public class Sooner : Later<int>;

        [AsyncMethodBuilder(typeof(AsyncValueTaskMethodBuilder<>))]
        public interface ILater
        {
            int Value { get; set; }
        }

        [AsyncMethodBuilder(typeof(Builder))]
        public readonly struct Later
        {
            public ValueTaskAwaiter GetAwaiter() => default;
        }

        public struct Builder
        {
            private AsyncVoidMethodBuilder _builder;

            public Later Task => default;

            public static Builder Create() => new() { _builder = AsyncVoidMethodBuilder.Create() };

            public void SetResult() => _builder.SetResult();

            public void SetException(System.Exception exception) => _builder.SetException(exception);

            public void SetStateMachine(IAsyncStateMachine machine) => _builder.SetStateMachine(machine);

            public void Start<TMachine>(ref TMachine machine) where TMachine : IAsyncStateMachine => _builder.Start(ref machine);

            public void AwaitOnCompleted<TAwaiter, TMachine>(ref TAwaiter awaiter, ref TMachine machine) where TAwaiter : INotifyCompletion where TMachine : IAsyncStateMachine =>
                _builder.AwaitOnCompleted(ref awaiter, ref machine);

            public void AwaitUnsafeOnCompleted<TAwaiter, TMachine>(ref TAwaiter awaiter, ref TMachine machine) where TAwaiter : ICriticalNotifyCompletion where TMachine : IAsyncStateMachine =>
                _builder.AwaitUnsafeOnCompleted(ref awaiter, ref machine);
        }
        """);
}
