import behavior.Blackboard;
import behavior.Node;
import behavior.Status;
import behavior.TreeParser;
import behavior.Value;

using StringTools;
using behavior.Value.ValueTools;

class Guard {
	public var position = 0;
	public var energy = 6;
	public var hits = 0;

	final route:Array<Int>;
	var stop = 0;

	public function new(route:Array<Int>) {
		this.route = route;
	}

	public var goal(get, never):Int;

	function get_goal():Int {
		return route[stop % route.length];
	}

	/** One step; true when it is there. **/
	public function walkTo(place:Int):Bool {
		if (position != place) {
			position += place > position ? 1 : -1;
			energy--;
		}
		return position == place;
	}

	public function nextStop():Void {
		stop++;
	}
}

typedef Story = {
	final at:Int;
	final key:String;
	final value:Value;
}

/** A guard walks its rounds, chases what it sees, and rests. The tree is read from an outline by the package `behavior`. **/
class GuardPatrol {
	static final TREE = "
		priority
			sequence // fight
				intruder near?
				cooldown 2
					attack
			sequence // chase
				intruder seen?
				not
					tired?
				limit 4
					chase
			sequence // rest
				tired?
				parallel 2
					repeat 3
						sleep
					look around
			sequence // patrol
				walk
				repeat 2
					look around
				next stop
	";

	static final STORY:Array<Story> = [
		{at: 8, key: "intruder", value: Number(9)},
		{at: 12, key: "intruder", value: Text("5")},
		{at: 16, key: "hidden", value: Flag(true)},
		{at: 24, key: "hidden", value: Missing},
		{at: 30, key: "intruder", value: Missing}
	];

	static function actions():Map<String, Context<Guard>->Status> {
		return [
			"walk" => context -> context.agent.walkTo(context.agent.goal) ? Success : Running,
			"chase" => context -> context.agent.walkTo(context.board.number("intruder")) ? Success : Running,
			"next stop" => context -> {
				context.agent.nextStop();
				Success;
			},
			"sleep" => context -> {
				context.agent.energy += 2;
				Success;
			},
			"attack" => attack,
			"look around" => _ -> Success
		];
	}

	static function attack(context:Context<Guard>):Status {
		var hits = ++context.agent.hits;
		context.board["wounds"] = Number(hits);
		return hits % 3 == 0 ? Failure : Success;
	}

	static function conditions():Map<String, Context<Guard>->Bool> {
		return [
			"intruder seen" => canSee,
			"intruder near" => context -> canSee(context) && distance(context) <= 1,
			"tired" => context -> context.agent.energy <= 0
		];
	}

	static function canSee(context:Context<Guard>):Bool {
		return switch [context.board["intruder"], context.board["hidden"]] {
			case [Missing, _] | [_, Flag(true)]: false;
			case _: distance(context) <= 5;
		}
	}

	static function distance(context:Context<Guard>):Int {
		return Std.int(Math.abs(context.agent.position - context.board.number("intruder")));
	}

	static function parser():TreeParser<Guard> {
		return new TreeParser(actions(), conditions());
	}

	static function outline(node:Node<Guard>, indent = 0):String {
		var lines = ['${"".lpad(" ", indent * 2)}${node.name}'];
		for (child in node.children()) lines.push(outline(child, indent + 1));
		return lines.join("\n");
	}

	static function play() {
		var guard = new Guard([0, 4, -3]);
		var context:Context<Guard> = {agent: guard, board: new Blackboard(), time: 0, trace: []};
		var tree = parser().parse(TREE);
		Sys.println(outline(tree));
		var tally = [Success => 0, Failure => 0, Running => 0];
		for (time in 0...40) {
			for (event in STORY) {
				if (event.at != time) continue;
				Sys.println('-- ${event.key}: ${event.value.show()}');
				context.board[event.key] = event.value;
			}
			context.time = time;
			context.trace = [];
			var status = tree.tick(context);
			tally[status]++;
			var place = Std.string(guard.position).lpad(" ", 3);
			Sys.println('$place ${Std.string(guard.energy).lpad(" ", 2)} ${context.trace.join(", ")}: $status');
		}
		Sys.println('${tally[Success]} successes, ${tally[Failure]} failures, ${tally[Running]} running');
		var known = [for (key in context.board.keys()) key];
		known.sort(Reflect.compare);
		for (key in known) Sys.println('$key is ${context.board[key].show()}, ${context.board[key].holds() ? "holds" : "does not hold"}');
	}

	static function mistakes() {
		var broken = [
			"",
			"sequence\n\tfly",
			"sequence\n\tsober?",
			"\n\nnot\n\twalk\n\tsleep",
			"cooldown soon\n\twalk",
			"walk\n\tsleep",
			"walk\nsleep"
		];
		for (text in broken) {
			try {
				parser().parse(text);
				Sys.println("no mistake");
			} catch (error:TreeError) {
				Sys.println('${error.message} [${error.line}]');
			}
		}
	}

	static function main() {
		play();
		mistakes();
	}
}
