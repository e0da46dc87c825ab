typedef Options = {
	> Missing,
	var size:Int;
}

typedef Both = {x:Int} & Missing;

class Main {
	static function main() {
		var options:Options = {size: 1, name: "a"};
		trace(options.name, options.size.length);
		var both:Both = {x: 1};
		trace(both.y);
	}
}
