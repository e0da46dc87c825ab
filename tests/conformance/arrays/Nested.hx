class Nested {
	static function main() {
		var grid = [for (y in 0...3) [for (x in 0...4) x * y]];
		grid[2][3] = 50;
		grid[1][1] += 7;
		grid[0][0]++;
		for (row in grid) Sys.println(row.join(" "));
		var jagged:Array<Array<String>> = [];
		jagged[2] = ["z"];
		Sys.println(jagged.length);
		Sys.println(jagged[0] == null);
		Sys.println(jagged[2][0]);
		var fs:Array<Float> = [1, 2.5];
		fs[0] /= 4;
		Sys.println(fs);
		var bs = [true];
		bs[0] = !bs[0];
		Sys.println(bs);
		var total = 0;
		for (i => row in grid) for (j => v in row) if ((i + j) % 2 == 0) total += v;
		Sys.println(total);
	}
}
