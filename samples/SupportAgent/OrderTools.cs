using System.ComponentModel.DataAnnotations;
using Microsoft.Data.Sqlite;
using Mimo;

namespace SupportAgent;

/// <summary>What the agent can do with orders. The tools are methods of an instance, since they need the database.</summary>
public sealed partial class OrderTools(SqliteConnection database)
{
    /// <summary>Find the orders of a customer</summary>
    /// <param name="email">The customer's email address</param>
    /// <param name="cancellationToken"></param>
    [MimoTool(Effect = ToolEffect.ReadOnly)]
    public async Task<IReadOnlyList<Order>> FindOrdersAsync([EmailAddress] string email, CancellationToken cancellationToken = default)
    {
        await using SqliteCommand command = Command("SELECT number, item, total, status FROM orders WHERE email = $email ORDER BY number", ("$email", email));
        await using SqliteDataReader rows = await command.ExecuteReaderAsync(cancellationToken);
        var orders = new List<Order>();
        while (await rows.ReadAsync(cancellationToken))
        {
            orders.Add(new Order(rows.GetInt64(0), rows.GetString(1), rows.GetDecimal(2), Enum.Parse<OrderStatus>(rows.GetString(3))));
        }

        return orders;
    }

    /// <summary>Refund an order that was delivered</summary>
    /// <param name="number">The number of the order</param>
    /// <param name="cancellationToken"></param>
    [MimoTool(Effect = ToolEffect.Destructive, RequireApproval = true)]
    public async Task<string> RefundOrderAsync(long number, CancellationToken cancellationToken = default)
    {
        await using SqliteCommand command = Command("UPDATE orders SET status = 'Refunded' WHERE number = $number AND status = 'Delivered'", ("$number", number));
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1
            ? $"Order {number} is refunded."
            : throw new MimoToolException($"Order {number} was not refunded: there is no delivered order of that number.");
    }

    private SqliteCommand Command(string sql, params (string Name, object Value)[] parameters)
    {
        SqliteCommand command = database.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}

/// <summary>An order.</summary>
public sealed record Order(long Number, string Item, decimal Total, OrderStatus Status);

public enum OrderStatus
{
    Shipped,
    Delivered,
    Refunded,
}
