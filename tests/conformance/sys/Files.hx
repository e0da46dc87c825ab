import haxe.io.Bytes;
import haxe.io.Eof;
import sys.FileSystem;
import sys.io.File;
import sys.io.FileSeek;

class Files {
	static function fails(name:String, action:() -> Void):Void {
		try {
			action();
			Sys.println(name + ": fine");
		} catch (e:haxe.Exception) {
			Sys.println(name + ": fails");
		}
	}

	/** A folder of our own where tests may write. **/
	static function freshFolder():String {
		var place = Sys.getEnv("TEST_TMPDIR");
		if (place == null) place = "/tmp";
		var number = 0;
		while (FileSystem.exists(place + "/haxe_files_" + number)) number++;
		return place + "/haxe_files_" + number;
	}

	static function main():Void {
		var folder = freshFolder();
		try {
			directories(folder);
			contents(folder);
			states(folder);
			reading(folder);
			writing(folder);
			failures(folder);
		} catch (e:haxe.Exception) {
			Sys.println(e.message);
		}
		remove(folder);
		Sys.println(FileSystem.exists(folder));
	}

	static function remove(path:String):Void {
		for (name in FileSystem.readDirectory(path)) {
			var inner = path + "/" + name;
			if (FileSystem.isDirectory(inner)) remove(inner);
			else FileSystem.deleteFile(inner);
		}
		FileSystem.deleteDirectory(path);
	}

	static function names(path:String):String {
		var list = FileSystem.readDirectory(path);
		list.sort(Reflect.compare);
		return list.join(",");
	}

	static function directories(folder:String):Void {
		FileSystem.createDirectory(folder + "/a/b/c");
		FileSystem.createDirectory(folder + "/a/b");
		FileSystem.createDirectory(folder + "/d/");
		Sys.println(names(folder) + " " + names(folder + "/a") + " " + names(folder + "/a/b/c").length);
		Sys.println(FileSystem.exists(folder + "/a/b") + " " + FileSystem.exists(folder + "/x") + " " + FileSystem.exists(folder + "/d/"));
		Sys.println(FileSystem.isDirectory(folder + "/a") + " " + FileSystem.isDirectory(folder + "/x"));
		FileSystem.deleteDirectory(folder + "/d");
		FileSystem.rename(folder + "/a/b", folder + "/e");
		Sys.println(names(folder) + " " + names(folder + "/e") + " " + names(folder + "/a").length);
		Sys.println(FileSystem.fullPath(folder + "/a/../e") == FileSystem.fullPath(folder) + "/e");
		Sys.println(FileSystem.absolutePath("/x/y"));
		Sys.println(FileSystem.absolutePath("x/../y") == Sys.getCwd() + "y");
		var before = Sys.getCwd();
		Sys.setCwd(folder);
		Sys.println(FileSystem.exists("e") + " " + (Sys.getCwd() == FileSystem.fullPath(folder) + "/"));
		Sys.setCwd(before);
		Sys.println(Sys.getCwd() == before);
	}

	static function contents(folder:String):Void {
		var text = folder + "/text.txt";
		File.saveContent(text, "hé\nllo €");
		Sys.println(File.getContent(text).length + " " + File.getBytes(text).toHex());
		Sys.println(FileSystem.isDirectory(text) + " " + FileSystem.exists(text));
		File.saveContent(text, "short");
		Sys.println(File.getContent(text));
		File.saveContent(text, "");
		Sys.println(File.getContent(text).length + " " + File.getBytes(text).length);
		var all = Bytes.alloc(70000);
		for (i in 0...all.length) all.set(i, i * 7);
		File.saveBytes(folder + "/bytes", all);
		Sys.println(File.getBytes(folder + "/bytes").compare(all));
		File.copy(folder + "/bytes", text);
		Sys.println(File.getBytes(text).compare(all));
		FileSystem.rename(text, folder + "/bytes");
		Sys.println(FileSystem.exists(text) + " " + names(folder));
		FileSystem.deleteFile(folder + "/bytes");
		Sys.println(names(folder));
	}

	static function states(folder:String):Void {
		var path = folder + "/state";
		// Of the year 2023.
		var before = 1.7e12;
		File.saveContent(path, "12345");
		var stat = FileSystem.stat(path);
		Sys.println(stat.size + " " + (stat.mode & 0x180 == 0x180) + " " + stat.nlink);
		Sys.println([stat.mtime, stat.ctime, stat.atime].map(date -> date.getTime() > before).join(" "));
		Sys.println(stat.ino != 0 && stat.uid >= 0 && stat.gid >= 0 && stat.dev != 0 && stat.rdev == 0);
		File.saveContent(path, "1234567");
		Sys.println(FileSystem.stat(path).size);
		fails("stat", () -> FileSystem.stat(folder + "/none"));
		FileSystem.deleteFile(path);
	}

	static function reading(folder:String):Void {
		var path = folder + "/lines.txt";
		File.saveContent(path, "first\nsecond\r\n\nlast");
		var input = File.read(path, false);
		Sys.println(input.readLine() + " " + input.tell() + " " + input.eof());
		Sys.println(input.readByte() + " " + input.tell());
		input.seek(4, SeekCur);
		Sys.println(input.readLine() + " " + input.tell());
		Sys.println(input.readLine().length + " " + input.readLine() + " " + input.eof());
		try {
			input.readLine();
			Sys.println("more");
		} catch (e:Eof) {
			Sys.println("end " + input.eof());
		}
		input.seek(0, SeekBegin);
		Sys.println(input.eof() + " " + input.readString(5));
		input.seek(-4, SeekEnd);
		Sys.println(input.tell() + " " + input.readAll().toString());
		input.seek(6, SeekBegin);
		Sys.println(input.read(6).toString());
		var few = Bytes.alloc(100);
		Sys.println(input.readBytes(few, 1, 3) + " " + few.sub(1, 3).toHex());
		input.seek(1000, SeekBegin);
		try {
			input.readByte();
			Sys.println("more");
		} catch (e:Eof) {
			Sys.println("end " + input.tell());
		}
		input.close();
		var numbers = File.write(path);
		numbers.bigEndian = true;
		for (i in 0...5000) numbers.writeInt32(i * 100000);
		numbers.writeDouble(0.1);
		numbers.close();
		var back = File.read(path);
		back.bigEndian = true;
		var sum = 0;
		for (i in 0...5000) sum += back.readInt32();
		Sys.println(sum + " " + back.readDouble() + " " + back.tell());
		back.close();
	}

	static function writing(folder:String):Void {
		var path = folder + "/out";
		var out = File.write(path);
		out.writeByte(65);
		out.writeString("BC");
		out.writeInt32(1);
		Sys.println(out.tell());
		out.seek(1, SeekBegin);
		out.writeByte(90);
		out.seek(0, SeekEnd);
		out.writeByte(33);
		out.seek(-2, SeekCur);
		Sys.println(out.tell());
		out.flush();
		out.close();
		Sys.println(File.getBytes(path).toHex());
		out = File.append(path);
		out.writeString("xy");
		out.close();
		Sys.println(File.getBytes(path).toHex());
		out = File.update(path);
		Sys.println(out.tell());
		out.writeByte(2);
		out.seek(12, SeekBegin);
		out.writeByte(3);
		out.close();
		Sys.println(File.getBytes(path).toHex());
		out = File.write(path);
		for (bigEndian in [false, true]) {
			out.bigEndian = bigEndian;
			out.writeInt8(-2);
			out.writeInt16(-3);
			out.writeUInt16(0xFEDC);
			out.writeInt24(-4);
			out.writeUInt24(0xFEDCBA);
			out.writeInt32(0x01020304);
			out.writeFloat(1.5);
		}
		out.close();
		Sys.println(File.getBytes(path).toHex());
		File.update(folder + "/new").close();
		File.append(folder + "/newer").close();
		Sys.println(names(folder));
		out = File.write(path);
		out.close();
		Sys.println(File.getBytes(path).length);
		out = File.write(path, true);
		out.write(Bytes.ofString("abc"));
		out.writeInput(new haxe.io.StringInput("def"));
		out.close();
		Sys.println(File.getContent(path));
	}

	static function failures(folder:String):Void {
		var none = folder + "/none";
		var file = folder + "/out";
		fails("getContent", () -> File.getContent(none));
		fails("getBytes", () -> File.getBytes(none));
		fails("read", () -> File.read(none));
		fails("saveContent", () -> File.saveContent(none + "/x", ""));
		fails("saveBytes on a directory", () -> File.saveBytes(folder, Bytes.alloc(1)));
		fails("write", () -> File.write(none + "/x"));
		fails("append", () -> File.append(none + "/x"));
		fails("copy", () -> File.copy(none, file));
		fails("rename", () -> FileSystem.rename(none, file));
		fails("readDirectory", () -> FileSystem.readDirectory(none));
		fails("readDirectory of a file", () -> FileSystem.readDirectory(file));
		fails("fullPath", () -> FileSystem.fullPath(none));
		fails("deleteFile", () -> FileSystem.deleteFile(none));
		fails("deleteFile of a directory", () -> FileSystem.deleteFile(folder + "/a"));
		fails("deleteDirectory", () -> FileSystem.deleteDirectory(none));
		fails("deleteDirectory that is not empty", () -> FileSystem.deleteDirectory(folder));
		fails("createDirectory below a file", () -> FileSystem.createDirectory(file + "/x"));
		fails("createDirectory again", () -> FileSystem.createDirectory(folder));
		fails("setCwd", () -> Sys.setCwd(none));
	}
}
